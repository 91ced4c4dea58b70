import type { Item } from "../model/instrument.ts";

const CONTACT =
  /\b(?:e-?mail|(?:tele|mobile )?phone|mobile number|(?:home|postal|street|your) address|contact details|full name|your name)\b/i;
const IDS = /(?:^|_)(?:e?mail|phone|telephone|mobile|address|contact_details|full_name|name|surname)(?:_|$)/;

/** Whether an item asks for what people can be reached by: a direct identifier by its words or its id, a number for linkage left out. */
export const isContact = ({ id, stem, privacy }: Item): boolean =>
  privacy === "direct_identifier" && (IDS.test(id) || CONTACT.test(stem?.own ?? ""));
