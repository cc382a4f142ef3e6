// What the keepers of the registry put right over the years: a bureau renamed, a cadre entered twice, two namesakes taken for one.
import { registerOrganizationChange } from "#registry/uses/organization-changes.ts";
import { mergeRecords, undoPersonMerge } from "#registry/uses/person-merges.ts";
import { scopeOf } from "#kernel/app.ts";
import { recordAdministration } from "#kernel/uses/record.ts";
import { inTransaction } from "#database/database.ts";
import { addPersons } from "#registry/rows/persons.ts";
import { idNumber } from "./id-numbers.ts";
import { done } from "./moment.ts";
import type { Moment } from "./moment.ts";
import { renamedBureau } from "./organizations.ts";
import { dice, uuid } from "./seeded.ts";
import { actorOf, organizationOf, personOf } from "./telling.ts";

/** Entered a second time when he moved, with one character of the name wrong, and day and month of birth in each other's place. */
const twice = { id: uuid(dice("重复登记")), of: "baishi-bsc-3", name: "史宏锋", birth: "1984-10-01" };
const namesakes = { one: "gongzuobu-7", other: "huanjing-14" };

export function kept(): Moment[] {
  let mistaken = "";
  return [
    {
      at: "2020-03-02T02:00:00Z",
      take: async (app) => {
        const { key, name, on, documentNumber } = renamedBureau;
        done(
          await registerOrganizationChange(app, actorOf("zuzhi"), {
            key: uuid(dice("更名")),
            organizationId: organizationOf(key).id,
            version: 1,
            kind: "renamed",
            on,
            name,
            parentId: null,
            otherId: null,
            documentNumber,
          }),
        );
      },
    },
    {
      at: "2021-08-02T00:45:00Z",
      take: async (app) => {
        const { sex, organization, partyMember } = personOf(twice.of);
        await inTransaction(app.database, scopeOf(app, null), async (trx) => {
          await addPersons(trx, app.keys, [
            {
              id: twice.id,
              name: twice.name,
              sex,
              idNumber: idNumber(twice.birth, 41, sex),
              partyMember,
              organizationId: organizationOf(organization).id,
              post: "副主任",
              level: "乡科级副职",
              leadingPost: true,
              managedBy: "zone",
              from: null,
            },
          ]);
          await recordAdministration(app, trx, actorOf("zuzhi"), "add-person", { personId: twice.id });
        });
      },
    },
    {
      at: "2024-05-13T03:00:00Z",
      take: async (app) => {
        done(
          await mergeRecords(app, actorOf("zuzhi"), {
            key: uuid(dice("合并")),
            survivorId: personOf(twice.of).id,
            mergedId: twice.id,
            reasons: "经核对档案为同一人：2021年再次录入时姓名写错一字，出生月、日颠倒。",
          }),
        );
      },
    },
    {
      at: "2025-03-03T06:00:00Z",
      take: async (app) => {
        const { mergeId } = done(
          await mergeRecords(app, actorOf("zuzhi"), {
            key: uuid(dice("误并")),
            survivorId: personOf(namesakes.one).id,
            mergedId: personOf(namesakes.other).id,
            reasons: "姓名、性别相同，按一人处理。",
          }),
        );
        mistaken = mergeId;
      },
    },
    {
      at: "2025-03-07T02:30:00Z",
      take: async (app) => {
        done(
          await undoPersonMerge(app, actorOf("zuzhi2"), {
            key: uuid(dice("撤销误并")),
            mergeId: mistaken,
            reasons: "身份证号和履历均不相同，系同名两人，原合并有误。",
          }),
        );
      },
    },
  ];
}
