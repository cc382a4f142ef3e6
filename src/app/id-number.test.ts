// GB 11643, with the example printed in the standard.
import assert from "node:assert/strict";
import test from "node:test";
import { faultOfIdNumber } from "./id-number.ts";

function check(name: string, text: string, position: number | null, words?: RegExp) {
  test(name, () => {
    const fault = faultOfIdNumber(text);
    assert.equal(fault?.position ?? null, position);
    if (words !== undefined) assert.match(fault?.message.zh ?? "", words);
  });
}

check("the standard's own example 11010519491231002X is right", "11010519491231002X", null);
check("the other example 440524188001010014 is right", "440524188001010014", null);
check("a wrong check character is named with the right one", "110105194912310021", 18, /应为“X”/u);
check("a small x in the last place is refused", "11010519491231002x", 18);
check("a letter inside is named with its position", "1101O519491231002X", 5, /第5位“O”/u);
check("a birthday that does not exist is refused", "110105194902310022", 7, /1949-02-31/u);
check("seventeen digits are one too few", "11010519491231002", 18, /现有17位/u);
check("nineteen characters are one too many", "11010519491231002XX", 19);
check("an empty text is refused", "", 1);
