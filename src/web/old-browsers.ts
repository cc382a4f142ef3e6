// What the oldest browser we serve (Chromium 86) lacks of the language, and what our code or its libraries call at run time.

if (!("at" in Array.prototype)) {
  define(Array.prototype, "at", function at(this: ArrayLike<unknown>, index: number) {
    return this[index < 0 ? this.length + Math.trunc(index) : Math.trunc(index)];
  });
  define(String.prototype, "at", function at(this: string, index: number) {
    return this[index < 0 ? this.length + Math.trunc(index) : Math.trunc(index)];
  });
}

if (!("hasOwn" in Object)) {
  define(Object, "hasOwn", (object: object, name: PropertyKey) => Object.prototype.hasOwnProperty.call(object, name));
}

if (!("toSorted" in Array.prototype)) {
  define(Array.prototype, "toSorted", function toSorted(this: unknown[], compare?: (a: unknown, b: unknown) => number) {
    return Array.from(this).sort(compare);
  });
  define(Array.prototype, "toSpliced", function toSpliced(this: unknown[], from: number, count: number, ...items: []) {
    const copy = Array.from(this);
    copy.splice(from, count, ...items);
    return copy;
  });
  define(Array.prototype, "with", function replaced(this: unknown[], index: number, value: unknown) {
    const copy = Array.from(this);
    copy[index] = value;
    return copy;
  });
}

if (!("findLast" in Array.prototype)) {
  define(
    Array.prototype,
    "findLast",
    function findLast(this: unknown[], holds: (item: unknown, index: number) => boolean) {
      for (let index = this.length - 1; index >= 0; index -= 1) if (holds(this[index], index)) return this[index];
      return undefined;
    },
  );
}

if (!("toReversed" in Array.prototype)) {
  define(Array.prototype, "toReversed", function toReversed(this: unknown[]) {
    return Array.from(this).reverse();
  });
}

if (!("groupBy" in Map)) {
  define(Map, "groupBy", (items: Iterable<unknown>, keyOf: (item: unknown, index: number) => unknown) => {
    const groups = new Map<unknown, unknown[]>();
    let index = 0;
    for (const item of items) {
      const key = keyOf(item, index);
      index += 1;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
    return groups;
  });
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, configurable: true });
}

export {};
