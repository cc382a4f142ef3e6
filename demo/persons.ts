// The 800 cadres of the zone, with the post held now and those before.
import { formatDay, parseDay } from "#law/reckon/days.ts";
import { idNumber } from "./id-numbers.ts";
import { freshName, sharedNames } from "./names.ts";
import type { Sex } from "./names.ts";
import { demoOrganizations } from "./organizations.ts";
import type { DemoOrganization } from "./organizations.ts";
import { seatsOf } from "./posts.ts";
import type { Seat } from "./posts.ts";
import { dice, uuid } from "./seeded.ts";
import type { Dice } from "./seeded.ts";

export type DemoPost = { organization: string; post: string; level: string; from: string; to: string };
export type DemoPerson = {
  id: string;
  /** Organization and rank in it: `yingji-1` is the head of 应急管理局. */
  key: string;
  name: string;
  sex: Sex;
  birth: string;
  idNumber: string;
  partyMember: boolean;
  organization: string;
  seat: Seat;
  /** When the present post began. */
  from: string;
  earlier: readonly DemoPost[];
  /** The day on which the person was entered in the registry. */
  enteredOn: string;
};

/** The registry was first filled when the regulation came into force. */
export const registryBegan = "2019-04-26";

/** Each of these Augusts brought recruits. */
const intakes = ["2020-08-03", "2021-08-02", "2022-08-01", "2023-08-01", "2024-08-01", "2025-08-01"] as const;

export const demoPersons: readonly DemoPerson[] = makePersons();

function makePersons(): DemoPerson[] {
  const chosen = dice("云岭高新区干部");
  const seats = demoOrganizations.flatMap((organization) =>
    seatsOf(organization).map((seat, index) => ({ organization, seat, rank: index + 1 })),
  );
  const names = namesFor(
    chosen,
    seats.map(({ seat }) => seat),
  );
  const births = new Map<string, number>();
  return seats.map(({ organization, seat, rank }, index) => {
    const { name, sex } = names[index] ?? { name: "", sex: "male" };
    const late = !seat.leading && rank > 14;
    const enteredOn = late ? chosen.pick(intakes) : registryBegan;
    const birth = birthFor(chosen, seat, late ? Number(enteredOn.slice(0, 4)) : null);
    const order = (births.get(birth) ?? 0) + 1;
    births.set(birth, order);
    const from = late ? enteredOn : formatDay(dayOf("2013-01-01") + chosen.between(0, 6 * 365 + 80));
    return {
      id: uuid(chosen),
      key: `${organization.key}-${rank}`,
      name,
      sex,
      birth,
      idNumber: idNumber(birth, order, sex),
      partyMember: memberOf(chosen, organization, seat, rank),
      organization: organization.key,
      seat,
      from,
      earlier: late ? [] : earlierPosts(chosen, organization, seat, birth, from),
      enteredOn,
    };
  });
}

/** Shared names go to ordinary places in the list, never to the zone's own summit. */
function namesFor(chosen: Dice, seats: readonly Seat[]): { name: string; sex: Sex }[] {
  const taken = new Set(sharedNames.map(({ name }) => name));
  const names = seats.map((seat): { name: string; sex: Sex } => {
    const sex = chosen.chance(seat.leading ? 30 : 46) ? "female" : "male";
    return { name: freshName(chosen, sex, taken), sex };
  });
  const places = chosen.shuffled(seats.flatMap((seat, index) => (seat.managedBy === "city" ? [] : [index])));
  const leading = places.filter((place) => seats[place]?.leading === true);
  for (const { name, sex, times } of sharedNames) {
    // One of each shared name holds a leading post, so that a case can concern one of several.
    const first = leading.pop();
    const used = first === undefined ? [] : [first];
    while (used.length < times) {
      const next = places.pop();
      if (next !== undefined && !used.includes(next) && seats[next]?.leading === false) used.push(next);
    }
    for (const place of used) names[place] = { name, sex };
  }
  return names;
}

function birthFor(chosen: Dice, seat: Seat, recruitedIn: number | null): string {
  const [low, high] = recruitedIn === null ? yearsOf(seat) : [recruitedIn - 27, recruitedIn - 23];
  const year = chosen.between(low, high);
  const month = chosen.between(1, 12);
  return formatDay(dayOf(`${year}-${String(month).padStart(2, "0")}-01`) + chosen.between(0, 27));
}

function yearsOf(seat: Seat): [number, number] {
  if (seat.managedBy === "city") return [1967, 1975];
  if (seat.level === "乡科级正职") return [1968, 1979];
  if (seat.level === "乡科级副职") return [1969, 1984];
  return seat.leading ? [1970, 1987] : [1970, 1993];
}

function memberOf(chosen: Dice, organization: DemoOrganization, seat: Seat, rank: number): boolean {
  const partyBody = organization.kind === "party" || organization.role === "summit";
  if (partyBody && seat.leading) return true;
  // The last deputy of a bureau is often a member of a democratic party or a person without party.
  if (organization.role === "bureau" && rank === 4) return chosen.chance(40);
  if (seat.level !== "科员级") return true;
  return chosen.chance(seat.leading ? 90 : 76);
}

function earlierPosts(
  chosen: Dice,
  organization: DemoOrganization,
  seat: Seat,
  birth: string,
  from: string,
): DemoPost[] {
  const began = dayOf(`${Number(birth.slice(0, 4)) + 23}${birth.slice(4, 7)}-01`);
  const posts: DemoPost[] = [];
  let end = dayOf(from) - 1;
  for (
    let count = chosen.between(seat.leading ? 1 : 0, seat.leading ? 3 : 1);
    count > 0 && end - began > 800;
    count -= 1
  ) {
    const start = Math.max(began, end - chosen.between(700, 1900));
    const same = chosen.chance(55);
    const where = same
      ? organization.key
      : chosen.pick(demoOrganizations.filter(({ role }) => role === "bureau" || role === "street-office")).key;
    posts.push({
      organization: where,
      post: earlierPostOf(chosen, seat, posts.length),
      level: earlierLevelOf(seat, posts.length),
      from: formatDay(start),
      to: formatDay(end),
    });
    end = start - 1;
  }
  return posts;
}

function earlierPostOf(chosen: Dice, seat: Seat, back: number): string {
  if (seat.level === "乡科级正职" && back === 0) return chosen.pick(["副局长", "副主任", "四级主任科员"]);
  if (seat.managedBy === "city") return chosen.pick(back === 0 ? ["局长", "街道党工委书记"] : ["副局长", "副主任"]);
  return chosen.pick(["科员", "综合科副科长", "业务科科长", "办事员"]);
}

function earlierLevelOf(seat: Seat, back: number): string {
  if (seat.managedBy === "city") return back === 0 ? "乡科级正职" : "乡科级副职";
  return seat.level === "乡科级正职" && back === 0 ? "乡科级副职" : "科员级";
}

function dayOf(iso: string): number {
  const day = parseDay(iso);
  if (day === null) throw new RangeError(`${iso} is no day`);
  return day;
}
