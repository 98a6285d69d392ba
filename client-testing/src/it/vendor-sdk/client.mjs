// The vendor's client, used as its README shows, and a record of what the tests call of it.
import { ExtendClient } from "extend-ai";

export const baseUrl = process.env.EXTEND_BASE_URL;

const plain = new ExtendClient({ token: process.env.EXTEND_API_KEY, baseUrl, maxRetries: 0 });
const succeeded = new Set();

/** Records each method whose call succeeded. What a method calls itself does not count. */
function recorded(target, prefix) {
  return new Proxy(target, {
    get(_, name) {
      const value = target[name];
      const path = prefix + String(name);
      if (typeof value === "function") {
        return (...args) => {
          const result = value.apply(target, args);
          Promise.resolve(result).then(() => succeeded.add(path), () => {});
          return result;
        };
      }
      return value !== null && typeof value === "object" ? recorded(value, `${path}.`) : value;
    },
  });
}

const PRIVATE = /^(_|constructor$|convert\w*Request$|verifySignature$|getHeader$)/;

/** The names of a class and its superclasses, without what TypeScript declares private. */
function names(object) {
  const found = new Set(Object.keys(object));
  let type = Object.getPrototypeOf(object);
  for (; type !== Object.prototype; type = Object.getPrototypeOf(type)) {
    Object.getOwnPropertyNames(type).forEach((name) => found.add(name));
  }
  return [...found].filter((name) => !PRIVATE.test(name));
}

function methods(object, prefix) {
  return names(object).flatMap((name) => {
    const value = object[name];
    if (typeof value === "function") return [prefix + name];
    return value !== null && typeof value === "object" ? methods(value, `${prefix}${name}.`) : [];
  });
}

export const client = recorded(plain, "");

export const allMethods = () => methods(plain, "");

export const isCalled = (method) => succeeded.has(method);
