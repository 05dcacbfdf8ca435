// SPDX-License-Identifier: Apache-2.0
//
// The documented behaviour of the three operations as cases.json tells it, with the names of
// resources put in, and what a client must make of an error. A case is a call on a fresh account,
// after the calls `before` it (which succeed) and `before_fails` (which do not), with the document
// `extra` behind the sample seed or with a `fault`. `refused_by_client`: some clients do not send it.
import { readFileSync } from "node:fs";
import { seedWith } from "./serve.mjs";

const file = JSON.parse(readFileSync(new URL("cases.json", import.meta.url), "utf8"));

function named(value) {
  if (typeof value === "string")
    return value.replace(/\$\{(\w+)\}/g, (_, name) => {
      if (!(name in file.names)) throw new Error(`cases.json has no name ${name}`);
      return file.names[name];
    });
  if (Array.isArray(value)) return value.map(named);
  if (value !== null && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, named(item)]));
  return value;
}

export const cases = named(file.cases);
export const names = file.names;

/** The options of `anvil serve` that a case needs. */
export function optionsOf(test) {
  return {
    ...(test.extra && { seed: seedWith(test.extra) }),
    ...(test.fault && { fault: test.fault }),
  };
}

/** The text that a message must have, by the layout of the service's messages. */
export function messageOf(error) {
  if (error.Message !== undefined) return error.Message;
  const resource = `ResourceType="${error.ResourceType}" ResourceId="${error.ResourceId}"`;
  switch (error.name) {
    case "ConflictException":
      return `Conflict Occurred - Reason="${error.Reason}" ${resource}`;
    case "ResourceNotFoundException":
      return `Resource not found - ${resource}`;
    case "ServiceQuotaExceededException":
      return `Service Quota Exceeded - Reason="${error.Reason}"`;
    case "AccessDeniedException":
      return `Access Denied - Reason="${error.Reason}"`;
    default:
      return `Validation Failed - Reason="${error.Reason}" Fields="${error.Fields.map(([name]) => name).join(",")}"`;
  }
}

/** The members that an error must have, and no others: Fields as the service writes them. */
export function membersOf({ name, Message, Fields, ...members }) {
  return {
    ...members,
    ...(Fields && { Fields: Fields.map(([field, message]) => ({ Name: field, Message: message })) }),
  };
}
