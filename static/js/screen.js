// What stands on the page of a session: a scene at a time (a question, its other side, feedback) below the line of time.

import { now } from "./wire.js";

const bar = document.querySelector(".run");
const status = bar.querySelector("[role=status]");
const keptLine = bar.querySelector(".kept");
/** The address of the session. */
export const here = bar.dataset.here;

let scene = null;

/** The scene that is shown. */
export const current = () => scene;

/** Whether what is shown may give way: nobody types there, or reads. The question of that key is answered. */
export function isFree(key) {
  return scene.kind === "notice" || scene.key === key || (scene.kind === "asked" && !scene.isTouched);
}

/** Makes a scene of a <main> and a <footer>; its kind and key stand on the first. */
export function readScene(nodes) {
  const main = nodes.find((node) => node.matches("main"));
  const [kind] = ["asked", "told", "back"].filter((name) => name in main.dataset);
  const made = { kind, key: main.dataset[kind], main, nodes, isTouched: false, shownAt: null };
  main.addEventListener("input", () => (made.isTouched = true));
  if (main.querySelector(".places-to-give")) import("./arrange.js").then((module) => module.arrange(main));
  if (main.querySelector(".pairs")) import("./match.js").then((module) => module.match(main));
  if (kind === "back") import("./swipe.js").then((module) => module.swipe(main, nodes.at(-1)));
  return made;
}

/** Makes a scene that is no question: a heading, a sentence, and a way on, which is a link or, without address, a button. */
export function makeNotice({ title, words, onward, address }) {
  const main = document.createElement("main");
  main.className = "sheet";
  main.dataset.title = title;
  main.innerHTML = `<h1 class="stem"></h1><p class="under"></p><p class="after"></p>`;
  const [heading, sentence, last] = main.children;
  heading.textContent = title;
  sentence.textContent = words;
  const way = document.createElement(address ? "a" : "button");
  Object.assign(way, { className: "button first wide", textContent: onward });
  if (address) way.href = address;
  else Object.assign(way, { type: "button" }).dataset.tryAgain = "";
  last.append(way);
  const footer = document.createElement("footer");
  footer.className = "tools";
  return { kind: "notice", key: title, main, nodes: [main, footer], way, isTouched: false, shownAt: null };
}

const addressOf = (one) => {
  if (one.kind === "told" || one.kind === "back") return `${here}/${one.kind}/${one.key}`;
  return here;
};

function focusOn(one) {
  const field = one.kind === "asked" ? one.main.querySelector("[autofocus]") : null;
  const target = field ?? one.main.querySelector("#verdict, .back") ?? one.main.querySelector("h1");
  if (!field) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/** Notes the scene that the server has put on the page. */
export function begin(first) {
  scene = first;
  first.shownAt = now();
  history.replaceState(null, "", addressOf(first)); // what came as the answer to a form is loaded again by looking
  if (first.kind === "told") focusOn(first);
  limitUndo(first.nodes.at(-1).querySelector("form[action$='/undo']"));
}

/** Puts a scene in the place of the one that is shown, which stays as it is for later; with a line above it. */
export function show(next, line) {
  if (line) putLine(next, line);
  window.scrollTo(0, 0); // before anything changes: afterwards the browser would have to lay out the page for it
  for (const node of scene.nodes) node.remove();
  bar.after(...next.nodes);
  scene = next;
  next.shownAt ??= now();
  document.title = `${next.main.dataset.title} · Quizapp`;
  if (location.pathname !== addressOf(next)) history.replaceState(null, "", addressOf(next));
  focusOn(next);
}

/** Has a sentence read out. */
export function say(sentence) {
  status.textContent = sentence;
}

/** Shows or hides how many answers wait on this device. */
export function showKept(words) {
  if (keptLine.textContent === words) return;
  keptLine.textContent = words;
  keptLine.hidden = !words;
}

/** Puts a line above the question that is shown, in the place of the last one. */
export const setLine = (line) => putLine(scene, line);

function putLine({ main }, line) {
  for (const old of main.querySelectorAll(":scope > .result, :scope > .line")) old.remove();
  if (line) main.prepend(line);
}

/** A line that only says something. */
export function lineOf(words) {
  const line = document.createElement("p");
  line.className = "line note soft";
  line.textContent = words;
  return line;
}

/** Moves the line of time to where a reply says that the session is; never back, whatever is asked once more. */
export function moveTime(said) {
  const ruler = bar.querySelector("svg");
  const line = ruler.querySelector(".ink");
  const share = Math.max(Number(said.share), parseFloat(line.getAttribute("width")));
  ruler.setAttribute("aria-label", said.label);
  line.setAttribute("width", `${share}%`);
  bar.querySelector("span").textContent = said.left;
}

/** Puts the form that undoes an answer among the tools, for the ten seconds in which it can be undone. */
export function offerUndo(form) {
  const tools = scene.nodes.at(-1);
  tools.querySelector("form[action$='/undo']")?.remove();
  if (!form || !tools.matches(".tools")) return;
  tools.querySelector("[data-report]").before(form);
  limitUndo(form);
}

export function limitUndo(form) {
  if (form) setTimeout(() => form.remove(), 10_000);
}
