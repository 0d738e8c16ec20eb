// A session without page loads: the next questions are here before they are due, and answers wait for the network.
// Nothing is graded here, and every form that this takes over works the same without it.

import { forget, keep, keptAnswers, sayKept, setAside } from "./outbox.js";
import * as screen from "./screen.js";
import { Away, SignedOut, adopt, ask, now } from "./wire.js";

const PATIENCE = 15; // milliseconds that the next question waits for the verdict on the last: no flicker on a quick network
const RETRY = 4_000; // milliseconds between two looks for the network

const scenes = new Map(); // questions that are not answered, by key
const answered = new Set(); // keys that this page has answered
const flying = new Set(); // keys that are on their way
const feedback = []; // scenes that wait until they are read
let plan = [];
let plannedAt = 0;
let isAway = false;

// ---- what comes next --------------------------------------------------------------------------------

const findNext = () => plan.map((key) => scenes.get(key)).find((scene) => scene && !answered.has(scene.key));

function waitingScene() {
  const nodes = adopt(document.createRange().createContextualFragment(`
    <main class="sheet" data-title="Waiting for the network"><h1 class="stem"></h1>
    <p class="under"></p><p class="after"><button type="button" class="button first wide">Try again</button></p></main>
    <footer class="tools"></footer>`));
  nodes[0].querySelector("h1").textContent = "Waiting for the network";
  nodes[0].querySelector(".under").textContent =
    "What you answered is kept on this device. The feedback and the next questions come when the network is back.";
  nodes[0].querySelector("button").addEventListener("click", deliverAll);
  return { kind: "waiting", key: "", main: nodes[0], nodes, isTouched: false, shownAt: null };
}

/** Shows what there is to see next: feedback, a question, or that the network is away. */
function goOn() {
  const next = feedback.shift() ?? findNext();
  if (next) screen.show(next);
  else if (!isAway && flying.size === 0) location.assign(screen.here); // the server knows: a question, or the end
  else if (screen.current().kind !== "waiting") screen.show(waitingScene());
}

const held = () => [...scenes.keys()].filter((key) => !answered.has(key)).join(" ");

/** Takes over what a reply says of the session: the time, the plan, the questions that were not here yet. */
function merge(reply) {
  for (const template of reply.content.querySelectorAll("template[data-asked]")) {
    const { asked } = template.dataset;
    if (!answered.has(asked) && !scenes.has(asked)) scenes.set(asked, screen.readScene(adopt(template.content)));
  }
  if (!reply.said || Number(reply.said.now) < plannedAt) return; // an older reply that came later
  plannedAt = Number(reply.said.now);
  plan = reply.said.plan.split(" ").filter(Boolean);
  screen.moveTime(reply.said);
}

async function refresh() {
  const reply = await attempt(`${screen.here}/next?held=${encodeURIComponent(held())}`);
  if (reply?.isFragment) merge(reply);
  if (screen.current().kind === "waiting" && reply) goOn();
}

// ---- the network ------------------------------------------------------------------------------------

/** Asks the server; gives nothing where it cannot be reached, and says so. */
async function attempt(address, fields) {
  try {
    const reply = await ask(address, fields);
    setAway(false);
    return reply;
  } catch (problem) {
    if (problem instanceof Away) setAway(true);
    else if (problem instanceof SignedOut) screen.showKept("You are signed out; sign in to go on");
    else throw problem;
    return null;
  }
}

function setAway(is) {
  isAway = is;
  const count = keptAnswers().filter(({ key, address }) => !flying.has(key) && address === screen.here).length;
  screen.showKept(sayKept(count) || (is ? "No network" : ""));
}

/** Sends an answer; it stays kept until the server has it. */
async function deliver(answer) {
  flying.add(answer.key);
  const fields = [...answer.fields, ["answered_at", answer.answered_at], ["shown_at", answer.shown_at]];
  const reply = await attempt(answer.address, [...fields, ["held", held()]]);
  flying.delete(answer.key);
  if (!reply) return setAway(isAway);
  if (reply.status === 404) setAside(answer);
  else forget(answer.key);
  setAway(false);
  if (answer.address === screen.here) settle(answer, reply);
}

async function deliverAll() {
  for (const answer of keptAnswers()) {
    if (flying.has(answer.key)) continue;
    await deliver(answer);
    if (isAway) return;
  }
  if (screen.current().kind === "waiting") refresh();
}

// ---- an answer and what came of it ------------------------------------------------------------------

const fieldsOf = (form, submitter) => {
  const fields = [...new FormData(form)].filter(([name]) => name !== "csrf_token");
  if (submitter?.name) fields.push([submitter.name, submitter.value]);
  return fields.map(([name, value]) => [name, String(value)]);
};

const isBlank = (fields) => !fields.some(([name, value]) => /^(response|position)/.test(name) && value.trim());

async function answer(form, submitter) {
  const asked = screen.current();
  const { key } = asked;
  const fields = fieldsOf(form, submitter);
  if (answered.has(key)) return;
  answered.add(key);
  const given = { key, address: screen.here, fields, answered_at: Math.round(now()), shown_at: Math.round(asked.shownAt) };
  keep(given);
  const patience = setTimeout(() => {
    if (screen.current() !== asked || isBlank(fields)) return;
    if (feedback.length || findNext()) goOn();
    if (screen.current().kind === "asked" && screen.current() !== asked) screen.setLine(screen.lineOf("Checking …"));
  }, PATIENCE);
  await deliver(given);
  clearTimeout(patience);
  if (isAway) stayAway(asked);
}

function stayAway(asked) {
  if (screen.current() === asked) goOn();
  const words = "Kept on this device; the feedback follows when the network is back.";
  if (screen.current().kind === "asked") screen.setLine(screen.lineOf(words));
  screen.say(`${words} ${sayKept(keptAnswers().length)}.`);
}

/** Shows what the server says about an answer. */
function settle(given, reply) {
  if (reply.isFragment) merge(reply);
  const template = reply.content.querySelector("template[data-told]");
  if (template) {
    scenes.delete(given.key);
    const nodes = adopt(template.content);
    if (nodes[0].matches(".result")) sayRight(given, nodes);
    else tell(given, screen.readScene(nodes));
  } else if (reply.isFragment) {
    askBack(given, reply);
  } else {
    screen.say("That question was taken back in another tab.");
    leaveAnswered(given);
    refresh();
  }
}

/** Leaves the question that was answered, or the notice that the network is away. */
function leaveAnswered(given) {
  const { kind, key } = screen.current();
  if (kind === "waiting" || (key === given.key && kind !== "told")) goOn();
}

function sayRight(given, [line, undo]) {
  leaveAnswered(given);
  if (screen.current().kind === "asked") {
    screen.setLine(line);
    screen.offerUndo(undo);
  }
  screen.say(line.querySelector("summary").textContent.replace(/\s+/g, " "));
}

function tell(given, scene) {
  const shown = screen.current();
  const isFree = shown.kind === "waiting" || shown.key === given.key || (shown.kind === "asked" && !shown.isTouched);
  screen.limitUndo(scene.nodes.at(-1).querySelector("form[action$='/undo']"));
  if (isFree) {
    screen.setLine(null); // the question that is set aside comes back without it
    screen.show(scene);
    return;
  }
  feedback.push(scene);
  if (shown.kind === "asked") screen.setLine(screen.lineOf(`${scene.main.dataset.title}; the feedback follows after this one.`));
}

/** An answer that was too vague is asked back: nothing was counted. */
function askBack(given, reply) {
  const template = reply.content.querySelector(`template[data-asked="${given.key}"]`);
  answered.delete(given.key);
  if (!template) return;
  const back = screen.readScene(adopt(template.content));
  scenes.set(given.key, back);
  screen.show(back);
  screen.say(back.main.querySelector("#asked-back")?.textContent ?? "");
}

// ---- the other buttons ------------------------------------------------------------------------------

async function change(form) {
  const reply = await attempt(form.getAttribute("action"), fieldsOf(form));
  if (!reply) return screen.say("That needs the network; try again.");
  if (!reply.isFragment) {
    form.remove();
    return screen.setLine(screen.lineOf(reply.text));
  }
  const isClaim = form.matches("[action$='/claim']");
  merge(reply);
  if (!findNext()) return location.assign(`${screen.here}/end`);
  goOn();
  const told = isClaim ? reply.content.querySelector("template[data-told]") : null;
  const [line, undo] = told ? adopt(told.content) : [];
  screen.setLine(line?.matches(".result") ? line : screen.lineOf("Undone; here it is again."));
  screen.offerUndo(undo);
  screen.say(isClaim ? "Counted as right." : "Undone; here it is again.");
}

/** Puts one hint more above the answer, which stays as far as it was given. */
async function hint(form, submitter) {
  const { main, nodes } = screen.current();
  const reply = await attempt(submitter.getAttribute("formaction"), fieldsOf(form));
  const template = reply?.content.querySelector("template[data-asked]");
  if (!template) return screen.say("A hint needs the network.");
  const [newMain, newTools] = adopt(template.content);
  const hints = newMain.querySelector(".hints");
  main.querySelector(".hints")?.remove();
  main.querySelector(".stem").after(hints);
  if (!newTools.querySelector("[formaction]")) nodes.at(-1).querySelector("[formaction]")?.remove();
  screen.say(hints.lastElementChild.textContent);
}

async function turnOver(link) {
  const { key } = screen.current();
  const reply = await attempt(link.getAttribute("href"));
  if (reply?.isFragment) screen.show(screen.readScene(adopt(reply.content)));
  else if (reply) location.assign(screen.here);
  else if (screen.current().key === key) screen.setLine(screen.lineOf("The other side comes over the network, which is away; try again."));
}

async function open(details) {
  const inside = details.querySelector(".opened");
  if (!details.open || inside.childElementCount) return;
  const reply = await attempt(details.dataset.full);
  if (reply?.isFragment) inside.replaceChildren(...adopt(reply.content));
  else inside.replaceChildren(screen.lineOf("The rest comes over the network, which is away."));
}

// ---- listening --------------------------------------------------------------------------------------

document.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  if (submitter?.matches("[formaction$='/hint']")) hint(form, submitter);
  else if (form.matches(".answer")) answer(form, submitter);
  else if (form.matches("[action$='/undo'], [action$='/claim']")) change(form);
  else return;
  event.preventDefault();
});

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = event.target.closest("a");
  if (event.detail > 1 && event.target.closest(".option, .ratings button")) {
    event.preventDefault(); // the second tap of two would answer the next question
  } else if (link?.matches("[data-report]")) {
    event.preventDefault();
    import("./report.js").then((module) => module.report(link, screen.say));
  } else if (link?.matches("[href*='/back/']")) {
    event.preventDefault();
    turnOver(link);
  } else if (link?.matches(".onward .first") && !link.getAttribute("href").endsWith("/end")) {
    event.preventDefault();
    goOn();
  }
});

document.addEventListener("toggle", (event) => event.target.matches("[data-full]") && open(event.target), true);
window.addEventListener("online", deliverAll);
setInterval(() => isAway && deliverAll(), RETRY);

const first = screen.readScene([...document.querySelectorAll("main, footer")]);
screen.begin(first);
if (first.kind !== "told") scenes.set(first.key, first);
refresh().then(deliverAll);
