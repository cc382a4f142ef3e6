// The scripts of test/browser/scripts.test.ts, all five hundred in every text field that takes them.
import "../browser/scripts.test.ts";
