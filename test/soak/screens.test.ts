// Every screen in both languages, looked at whole in each: the long form of test/browser/screens.test.ts.
import "../browser/screens.test.ts";
