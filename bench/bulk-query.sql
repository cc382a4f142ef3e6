-- Article 13 as one bulk query over arrays: the dates are PostgreSQL's own, levels are ranks, -1 when not recorded.
-- A bar is 0 barred, 2 to be confirmed, 9 untouched; purposes up to 2 are posts, from 4 on years; days are counted from 1970-01-01.
WITH asked AS (
  SELECT * FROM unnest(
    $1::int[], $2::int[], $3::int[], $4::int[], $5::int[], $6::int[], $7::int[], $8::int[],
    $9::int[], $10::int[], $11::int[], $12::int[], $13::int[], $14::int[], $15::int[], $16::int[]
  ) WITH ORDINALITY AS asked (
    measure, ground, adjusted, decided, effective, original, present, reduced,
    purpose, day, wanted, consent, perhaps, open, own, incomplete, place
  )
), attached AS (
  SELECT *,
    measure BETWEEN 0 AND 5 AND ground = 0 AND adjusted = 0 AND decided >= 18011 AS attaches,
    date '1970-01-01' + effective AS began
  FROM asked
), ended AS (
  SELECT *,
    (began + interval '12 months')::date AS one_day,
    (began + interval '24 months')::date AS two_day,
    (date_trunc('year', began) + interval '1 year')::date - date '1970-01-02' AS year_end
  FROM attached
), counted AS (
  SELECT *,
    one_day - date '1970-01-01' AS one_end,
    two_day - date '1970-01-01' AS two_end,
    one_day - date '1970-01-01' - (extract(day FROM one_day) = extract(day FROM began))::int AS one_last,
    two_day - date '1970-01-01' - (extract(day FROM two_day) = extract(day FROM began))::int AS two_last,
    CASE measure WHEN 0 THEN present WHEN 4 THEN reduced ELSE original END AS baseline
  FROM ended
), reached AS (
  SELECT *,
    CASE
      WHEN wanted < 0 THEN CASE WHEN purpose = 0 AND own >= 0 AND own - 1 < baseline THEN 0 ELSE 2 END
      WHEN baseline < 0 THEN 2
      WHEN wanted < baseline THEN 0
      ELSE 9
    END AS above,
    CASE
      WHEN wanted < 0 THEN
        CASE WHEN purpose <> 0 OR (own >= 0 AND original >= 0 AND own - 1 <= original) THEN 0 ELSE 2 END
      WHEN original < 0 THEN 2
      WHEN wanted <= original THEN 0
      ELSE 9
    END AS from_original
  FROM counted
), barred AS (
  SELECT *,
    CASE WHEN attaches AND purpose >= 4 AND extract(year FROM began) = day THEN 0 ELSE 9 END AS year_bar,
    CASE
      WHEN NOT attaches OR purpose > 2 OR measure > 3 OR day < effective OR day > one_end THEN 9
      WHEN (CASE measure WHEN 0 THEN above ELSE from_original END) = 9 THEN 9
      WHEN day > one_last THEN 2
      ELSE CASE measure WHEN 0 THEN above ELSE from_original END
    END AS short_bar,
    CASE
      WHEN NOT attaches OR purpose > 2 OR measure NOT BETWEEN 1 AND 4 OR day < effective OR day > two_end THEN 9
      WHEN above = 9 THEN 9
      WHEN day > two_last THEN 2
      ELSE above
    END AS long_bar,
    -- Decided already and not in effect yet.
    attaches AND purpose <= 2 AND day >= decided AND day < effective AS ahead,
    attaches AND purpose <= 2 AND day >= effective
      AND day > CASE measure WHEN 5 THEN effective - 1 WHEN 4 THEN two_end ELSE one_end END AS expired,
    attaches AND purpose <= 2
      AND CASE measure WHEN 5 THEN false WHEN 4 THEN day = two_end AND two_last < two_end ELSE day = one_end AND one_last < one_end END
      AS grey
  FROM reached
), answered AS (
  SELECT place,
    CASE
      WHEN least(year_bar, short_bar, long_bar) = 0 THEN 0
      WHEN open > 0 THEN 1
      WHEN least(short_bar, long_bar) = 2 OR ahead OR incomplete = 1 THEN 2
      WHEN expired AND perhaps < effective THEN 3
      WHEN (expired OR grey) AND consent < effective THEN 2
      ELSE 4
    END AS answer,
    greatest(
      CASE WHEN year_bar = 0 THEN year_end END,
      CASE WHEN short_bar = 0 THEN one_last END,
      CASE WHEN long_bar = 0 THEN two_last END
    ) AS until
  FROM barred
)
SELECT array_agg(answer ORDER BY place) AS answers, array_agg(until ORDER BY place) AS untils FROM answered
