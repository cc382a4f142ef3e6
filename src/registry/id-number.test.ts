// Citizen ID numbers: the wrong character is named, the seal opens only for its own row.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  faultOfIdNumber,
  fingerprintIdNumber,
  idNumberKeysFrom,
  maskIdNumber,
  tailedIdNumber,
  openIdNumber,
  sealIdNumber,
} from "./id-number.ts";
import { checkDigitOf } from "./rules/check-digit.ts";

const invented = `21050219800229001${checkDigitOf("21050219800229001")}`;

test("a right number has no fault, and a small x is an X", () => {
  assert.equal(faultOfIdNumber(invented), null);
  // The standard's own example.
  assert.equal(faultOfIdNumber("11010519491231002X"), null);
  assert.equal(faultOfIdNumber("11010519491231002x"), null);
});

test("a wrong number is refused with the position that is wrong", () => {
  const cases: [idNumber: string, position: number][] = [
    ["", 1],
    ["2105021980", 11],
    [`${invented}0`, 19],
    ["2105O2198002290010", 5],
    ["210502198102290010", 7],
    ["110105194912310021", 18],
  ];
  for (const [idNumber, position] of cases) assert.equal(faultOfIdNumber(idNumber)?.position, position, idNumber);
});

test("all but region and the last two characters is masked, of a number kept with four too", () => {
  assert.equal(maskIdNumber("11010519491231002x"), "110105**********2X");
  assert.equal(maskIdNumber(tailedIdNumber("11010519491231002x")), "110105**********2X");
  assert.equal(maskIdNumber(""), "");
});

test("a sealed number opens with its key and row, and with no other", () => {
  const keys = idNumberKeysFrom(new Uint8Array(32).fill(1));
  const other = idNumberKeysFrom(new Uint8Array(32).fill(2));
  const sealed = sealIdNumber(keys, invented, "row");
  assert.ok(!sealed.includes(invented));
  assert.notEqual(sealIdNumber(keys, invented, "row"), sealed);
  assert.equal(openIdNumber(keys, sealed, "row"), invented);
  assert.throws(() => openIdNumber(keys, sealed, "another row"));
  assert.throws(() => openIdNumber(other, sealed, "row"));
  assert.equal(fingerprintIdNumber(keys, invented), fingerprintIdNumber(keys, invented));
  assert.notEqual(fingerprintIdNumber(keys, invented), fingerprintIdNumber(other, invented));
});
