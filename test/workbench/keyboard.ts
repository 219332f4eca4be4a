/** A person at the keyboard: goes from one control to the next and reads what has the focus. No mouse, no direct call. */
import { join } from "node:path";
import type { Page } from "playwright-core";

/** How often letters are typed at most, and after how many milliseconds a list has forgotten those before. */
const TRIES = 5;
const FORGOTTEN = 1500;

/** Milliseconds after which the panel may have followed the list. */
const SOON = 50;

/** More than any page needs from one control to another. */
const FARTHEST = 260;

export type Keyboard = {
  /** Presses Tab until the control with this name has the focus; throws when it cannot be reached. */
  readonly tabTo: (name: string | RegExp) => Promise<void>;
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Types the letters that a choice of the focused list begins with, again when the list was slow to hear them; throws when it is never chosen. */
  readonly choose: (letters: string) => Promise<void>;
  /** Name of what has the focus, as a screen reader would say it. */
  readonly focused: () => Promise<string>;
  /** Waits until `text` is on the page. */
  readonly see: (text: string | RegExp, timeout?: number) => Promise<void>;
  /** Goes by the navigation to a part of the application. */
  readonly openPart: (name: string) => Promise<void>;
  /** Presses the button that opens the browser's choice of files, and gives it `files`. */
  readonly chooseFiles: (files: readonly string[]) => Promise<void>;
  /** Presses the control with this name, and puts the file that it gives into `folder`; its path. */
  readonly saved: (folder: string, control: string | RegExp) => Promise<string>;
};

export function keyboardOf(page: Page): Keyboard {
  const focused = (): Promise<string> => page.evaluate(NAME_OF_FOCUS);
  const matches = (name: string, wanted: string | RegExp): boolean =>
    typeof wanted === "string" ? name === wanted : wanted.test(name);
  const tabTo = async (wanted: string | RegExp): Promise<void> => {
    const seen: string[] = [];
    for (let i = 0; i < FARTHEST; i++) {
      const name = await focused();
      if (matches(name, wanted)) return;
      seen.push(name);
      await page.keyboard.press("Tab");
    }
    throw new Error(`${wanted} cannot be reached by Tab; seen: ${[...new Set(seen)].join(" | ")}`);
  };
  return {
    focused,
    tabTo,
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    type: (text) => page.keyboard.type(text),
    async choose(letters) {
      for (let tries = 0; tries < TRIES; tries++) {
        await page.keyboard.type(letters);
        // A list that is drawn anew once it was heard has lost the focus: what is seen next tells the rest.
        const chosen = await page.evaluate<string | null>(CHOSEN);
        if (chosen === null || chosen.toLowerCase().startsWith(letters.toLowerCase())) return;
        await page.waitForTimeout(FORGOTTEN);
      }
      throw new Error(`${letters} is not chosen in ${await focused()}`);
    },
    async see(text, timeout = 30_000) {
      await page.getByText(text).first().waitFor({ timeout });
    },
    async openPart(name) {
      await page.evaluate("document.activeElement?.blur()");
      await tabTo(name);
      await page.keyboard.press("Enter");
    },
    async chooseFiles(files) {
      await tabTo("Choisir les fichiers…");
      const chooser = page.waitForEvent("filechooser");
      await page.keyboard.press("Enter");
      await (await chooser).setFiles(files);
    },
    async saved(folder, control) {
      await tabTo(control);
      const started = page.waitForEvent("download");
      await page.keyboard.press("Enter");
      const download = await started;
      const path = join(folder, download.suggestedFilename());
      await download.saveAs(path);
      return path;
    },
  };
}

/** What a person does on the page of the review. */
export type AtRows = {
  readonly toList: () => Promise<void>;
  /** Shows the rows that answer to `words`. */
  readonly search: (words: string) => Promise<void>;
  /** Filters by the state whose name begins with `letters`, and waits until so many rows are shown. */
  readonly seeInState: (letters: string, count: number) => Promise<void>;
  /** Does something that decides, and waits for the row after; names of the row and of that one. */
  readonly deciding: (act: () => Promise<void>) => Promise<readonly [string, string]>;
};

export function atRows(page: Page, keys: Keyboard): AtRows {
  const place = page.locator(".work .page-head .soft");
  const row = page.locator(".row-panel h2");
  const toList = (): Promise<void> => keys.tabTo("Lignes du catalogue");
  return {
    toList,
    async search(words) {
      await toList();
      await keys.press("/", "Control+a");
      await keys.type(words);
      await keys.press("Enter");
      await page.waitForURL(({ searchParams }) => searchParams.get("q") === words);
      await page.locator(".row-list[aria-busy=false]").waitFor();
    },
    async seeInState(letters, count) {
      await keys.tabTo("État");
      await keys.choose(letters);
      await keys.press("Escape");
      await keys.see(new RegExp(`^${count} lignes? ·`));
    },
    async deciding(act) {
      // What is pressed acts on the row that the panel shows: it has to be the one that is marked in the list.
      await page.locator(".candidates").waitFor();
      const active = page.locator(".row-list .line.active");
      while (!(await active.innerText()).includes(await row.innerText())) await page.waitForTimeout(SOON);
      const [decided, before] = [await row.innerText(), await place.innerText()];
      await act();
      await place.filter({ hasNotText: before }).waitFor();
      return [decided, await row.innerText()];
    },
  };
}

/** These run in the page. */
const CHOSEN = `document.activeElement?.selectedOptions?.[0]?.text.trim() ?? null`;
const NAME_OF_FOCUS = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return "";
  const named = element.getAttribute("aria-label");
  if (named) return named.trim();
  const words = (label) => {
    const copy = label.cloneNode(true);
    for (const part of copy.querySelectorAll("select, input, [aria-hidden]")) part.remove();
    return copy.textContent;
  };
  const labels = [...(element.labels ?? [])].map(words).join(" ");
  return (labels || element.innerText || element.getAttribute("title") || "").replace(/\\s+/g, " ").trim();
})()`;
