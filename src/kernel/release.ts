// Which release this is, as it stands in what it writes for later ones: the name and version of package.json.
export const release = "wenze 0.1.0";
