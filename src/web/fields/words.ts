// The ways in which a day may be typed.

// day-field.tsx
export const dayFormats = ["YYYY-MM-DD", "YYYYMMDD", "YYYY.M.D", "YYYY/M/D", "YYYY年M月D日"];
