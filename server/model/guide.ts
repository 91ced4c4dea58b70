import type { Metadata, Named, Text } from "./instrument.ts";
import type { JoinedDocument } from "./joined.ts";
import type { TimeSpan } from "./timeSpan.ts";

/** The topic guide of interviews or focus groups as plain data. */
export interface Guide {
  readonly id: string;
  readonly metadata: Metadata;
  /** The instrument whose scores and items the questions cover. */
  readonly about?: { readonly path: string; readonly document?: JoinedDocument };
  readonly method?: Meeting;
  readonly mode?: string;
  readonly duration?: TimeSpan;
  readonly recording?: Recording;
  readonly distress?: Text;
  /** What people are asked to agree to. */
  readonly consent: readonly string[];
  readonly sites: Named<Site>;
  readonly audiences: Named<Audience>;
  readonly photos?: Photos;
  readonly topics: Named<Topic>;
  /** Of all topics, in file order. */
  readonly questions: Named<Question>;
}

export type Meeting = "interview" | "focus_group" | "mixed";

export interface Recording {
  readonly audio: boolean;
  readonly video: boolean;
  readonly transcribe?: string;
  readonly quote: boolean;
}

export interface Site {
  readonly id: string;
  readonly name?: Text;
}

/** People who are asked the same questions. */
export interface Audience {
  readonly id: string;
  readonly label?: Text;
  readonly method?: Meeting;
  /** Fewest and most people of one focus group. */
  readonly size?: readonly [number, number];
  /** The audiences whose work these people direct. */
  readonly leads: readonly string[];
}

/** Photographs that people bring, and how those in them are protected. */
export interface Photos {
  readonly safeguards?: { readonly identifiablePeople?: boolean; readonly redact?: string; readonly publishNeeds?: string };
  readonly alternative?: string;
  readonly prompts: Named<Prompt>;
}

export interface Prompt {
  readonly id: string;
  readonly text?: Text;
  readonly covers: readonly string[];
}

export interface Topic {
  readonly id: string;
  readonly title?: Text;
  readonly kind?: "opening" | "main" | "closing";
  readonly minutes?: number;
  /** Without any it is for all. */
  readonly audiences?: readonly string[];
}

export interface Question {
  readonly id: string;
  /** The topic that it stands in. */
  readonly topic: string;
  readonly text?: Text;
  readonly covers: readonly string[];
  readonly probes: readonly Text[];
  readonly uses?: "photos";
  readonly audiences?: readonly string[];
}

/** How an audience meets: as it says itself, else as the guide does. */
export const meetingOf = (guide: Guide, audience: Audience): Meeting | undefined => audience.method ?? guide.method;

/** Whether a topic, and with it a question of the topic, is put to an audience. */
export const isAsked = (audience: string, ...of: readonly ({ readonly audiences?: readonly string[] } | undefined)[]): boolean =>
  of.every((one) => one?.audiences === undefined || one.audiences.includes(audience));
