import type { CodeAction, Diagnostic, WorkspaceEdit } from "vscode-languageserver";
import { besideUri, sameUri } from "../../features/besideUri.ts";
import { fixAll } from "../../features/fixAll.ts";
import { ignoreFix } from "../../features/ignoreFix.ts";
import { refactoringsAt } from "../../features/refactorings/index.ts";
import type { Possible } from "../../features/refactorings/refactoring.ts";
import { joinedPaths } from "../../features/workspace/pathsIn.ts";
import type { Edit, Problem, Range } from "../../problem.ts";
import { toDiagnostic } from "../diagnostics.ts";
import type { OpenDocument } from "../documents.ts";
import type { Ask, LspFeature } from "../feature.ts";
import { documentEdit } from "../locations.ts";
import { toOffsets } from "../positions.ts";
import { CodeActionKind } from "../protocol.ts";
import type { Workspace } from "../workspace.ts";

const FIX_ALL = `${CodeActionKind.SourceFixAll}.scalewright`;
const KINDS = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorRewrite,
  CodeActionKind.RefactorMove,
  FIX_ALL,
] as const;

/** What can be done at a place, each with its title, and with its edits when they are asked for. */
interface Action {
  readonly title: string;
  readonly kind: string;
  readonly problem?: Problem;
  readonly isPreferred?: boolean;
  readonly refused?: string;
  edit(): readonly Edit[];
  readonly beside?: Possible["beside"];
  readonly inTranslation?: Possible["inTranslation"];
}

/** Which action is asked for its edits: the one with this title, of those offered at the place. */
interface ActionData {
  readonly uri: string;
  readonly range: Range;
  readonly title: string;
  readonly kind: string;
}

/** Fixes of the problems at a place, comments that silence them, changes of form, and all safe fixes of the document at once. */
export const codeActions: LspFeature = {
  capabilities: { codeActionProvider: { codeActionKinds: [...KINDS], resolveProvider: true } },
  register: (connection, ask) => [
    connection.onCodeAction(({ textDocument: { uri }, range, context: { only } }) =>
      ask.later<CodeAction[]>("code actions", [], async () => {
        const document = await ask.workspace.get(uri);
        if (!document) return [];
        const place = toOffsets(document.analysis.text, range);
        return Promise.all(actionsAt(document, place, only).map((action) => shown(ask, document, place, action)));
      }),
    ),
    connection.onCodeActionResolve((action) =>
      ask.later<CodeAction>("code action", action, async () => {
        const { uri, range, title, kind } = action.data as ActionData;
        const document = await ask.workspace.get(uri);
        const found = document && actionsAt(document, range, [kind]).find((one) => one.title === title);
        return document && found ? { ...action, edit: await editOf(ask, document, found) } : action;
      }),
    ),
  ],
};

function actionsAt({ analysis }: OpenDocument, { start, end }: Range, only: readonly string[] | undefined): readonly Action[] {
  const isWanted = (kind: string) => only === undefined || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
  const actions: Action[] = [];
  if (isWanted(CodeActionKind.QuickFix))
    for (const problem of analysis.problems) {
      if (problem.range.start > end || problem.range.end < start) continue;
      const ignore = ignoreFix(analysis, problem);
      for (const fix of [...problem.fixes, ...(ignore ? [ignore] : [])])
        actions.push({ title: fix.title, kind: CodeActionKind.QuickFix, problem, isPreferred: fix.safe, edit: () => fix.edits });
    }
  if (REFACTORS.some(isWanted))
    for (const one of refactoringsAt(analysis, start)) {
      if (!isWanted(one.kind)) continue;
      actions.push({
        title: one.title,
        kind: one.kind,
        ...("refused" in one
          ? { refused: one.refused, edit: () => [] }
          : { edit: one.edits, beside: one.beside, inTranslation: one.inTranslation }),
      });
    }
  // Only where it is asked for, as on saving: it would stand in every menu otherwise.
  if (only !== undefined && isWanted(FIX_ALL) && fixAll(analysis).length > 0)
    actions.push({ title: "Fix all that can be fixed safely", kind: FIX_ALL, edit: () => fixAll(analysis) });
  return actions;
}

const REFACTORS = [CodeActionKind.RefactorExtract, CodeActionKind.RefactorRewrite, CodeActionKind.RefactorMove];

/** An action with its edits at once where the editor cannot ask for them later. */
async function shown(ask: Ask, document: OpenDocument, range: Range, action: Action): Promise<CodeAction> {
  const { title, kind, problem, isPreferred } = action;
  const canCreate = ask.client().workspace?.workspaceEdit?.resourceOperations?.includes("create") === true;
  const refused = action.refused ?? (action.beside && "text" in action.beside && !canCreate ? "this editor takes no new files" : undefined);
  const about: CodeAction = {
    title,
    kind,
    ...(problem ? { diagnostics: [diagnosticOf(document, problem)], isPreferred } : {}),
    ...(refused === undefined ? {} : { disabled: { reason: refused } }),
  };
  if (refused !== undefined) return about;
  const canAsk = ask.client().textDocument?.codeAction?.resolveSupport?.properties.includes("edit") === true;
  if (canAsk) return { ...about, data: { uri: document.uri, range, title, kind } satisfies ActionData };
  return { ...about, edit: await editOf(ask, document, action) };
}

const diagnosticOf = (document: OpenDocument, problem: Problem): Diagnostic =>
  toDiagnostic({ uri: document.uri, text: document.analysis.text }, problem);

async function editOf({ client, workspace }: Ask, document: OpenDocument, action: Action): Promise<WorkspaceEdit> {
  const own = documentEdit(document, action.edit());
  const { beside } = action;
  if (!client().workspace?.workspaceEdit?.documentChanges && !beside) return { changes: { [document.uri]: own.edits as never } };
  if (!beside) return { documentChanges: [own, ...(await translated(workspace, document, action))] };
  const uri = besideUri(document.uri, beside.path);
  if ("text" in beside) {
    const start = { line: 0, character: 0 };
    const insert = { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: beside.text }] };
    return { documentChanges: [{ kind: "create", uri }, insert, own] };
  }
  return {
    documentChanges: [documentEdit({ uri, analysis: beside.analysis, version: await versionOf(workspace, uri) }, beside.edits), own],
  };
}

/** What an action changes in the translations of a document. */
async function translated(workspace: Workspace, { uri }: OpenDocument, { inTranslation }: Action) {
  if (!inTranslation) return [];
  const isOf = ({ uri: from, analysis }: OpenDocument) =>
    analysis.kind === "translation" && joinedPaths(analysis).some(({ path }) => sameUri(besideUri(from, path)) === sameUri(uri));
  const translations = (await workspace.documents((text) => /^translation:/m.test(text))).filter(isOf);
  return translations.flatMap((one) => {
    const edits = inTranslation(one.analysis);
    return edits.length > 0 ? [documentEdit(one, edits)] : [];
  });
}

const versionOf = async (workspace: Workspace, uri: string) => (await workspace.get(uri))?.version;
