// The sheet of a quiz: each answer is kept as it is given, so that nothing is lost before it is handed in.
// Without this script the answers go along with every button of the form.

const form = document.getElementById("quiz-form");
const said = document.getElementById("kept");
const counter = document.getElementById("answered");
const ruler = document.querySelector(".run rect.ink");
const total = Number(form.dataset.total);
if (!document.body.classList.contains("no-keys")) document.documentElement.classList.add("has-keys");

let answered = Number(form.dataset.answered);
const waiting = new Set(); // questions whose answer the server may not have yet
let sending = Promise.resolve();
let pause = 0;

const items = [...form.querySelectorAll(".item")];
const markOf = (item) => item.querySelector("[name=asked]");

// What was not touched here is not sent: another tab may have answered it meanwhile.
for (const item of items) markOf(item).disabled = true;

const hasAnswer = (item) => {
  const controls = [...item.querySelectorAll("input:not([type=hidden]), select")];
  return controls
    .filter((each) => !each.name.endsWith(".confidence"))
    .some((each) => (/radio|checkbox/.test(each.type) ? each.checked : each.value.trim() !== ""));
};

const show = (item) => {
  const was = "isAnswered" in item.dataset;
  const is = hasAnswer(item);
  if (was === is) return;
  if (is) item.dataset.isAnswered = "";
  else delete item.dataset.isAnswered;
  answered += is ? 1 : -1;
  counter.textContent = `${answered} of ${total}`;
  ruler.setAttribute("width", `${(100 * answered) / total}%`);
};

const send = async () => {
  const now = [...waiting];
  if (!now.length) return;
  const fields = new FormData();
  fields.set("csrf_token", form.elements.csrf_token.value);
  fields.set("quietly", "yes");
  const all = [...new FormData(form)];
  for (const item of now) {
    waiting.delete(item);
    const place = item.dataset.place;
    fields.append("asked", place);
    for (const [name, value] of all) if (name.startsWith(`${place}.`)) fields.append(name, value);
  }
  let problem = "";
  try {
    const reply = await fetch(form.dataset.keep, { method: "POST", body: fields, redirect: "error", keepalive: true });
    if (reply.status === 409) problem = await reply.text();
    else if (!reply.ok) problem = "not kept yet; it goes along when you go on";
  } catch {
    problem = "no network; your answers stay on this page and go along when you go on";
  }
  for (const item of now) {
    if (problem) waiting.add(item);
    else if (!waiting.has(item)) markOf(item).disabled = true;
  }
  said.textContent = problem ? problem[0].toUpperCase() + problem.slice(1) + "." : "Kept.";
};

const queue = () => {
  clearTimeout(pause);
  sending = sending.then(send);
};

// No two items in one place: the other one gets the place that has become free, and the last one what is left.
const placed = new Map();
const settle = (chosen) => {
  const list = [...chosen.closest("ol").querySelectorAll("select")];
  const other = list.find((each) => each !== chosen && chosen.value && each.value === chosen.value);
  if (other) other.value = placed.get(chosen) ?? "";
  const open = list.filter((each) => !each.value);
  const free = list.map((_, place) => String(place + 1)).filter((place) => !list.some((each) => each.value === place));
  if (open.length === 1 && open[0] !== chosen && free.length === 1) open[0].value = free[0];
  for (const each of list) placed.set(each, each.value);
};
for (const each of form.querySelectorAll(".places-to-give select")) placed.set(each, each.value);

const note = (event, wait) => {
  const item = event.target.closest(".item");
  if (!item) return;
  if (event.type === "change" && event.target.closest(".places-to-give")) settle(event.target);
  waiting.add(item);
  markOf(item).disabled = false;
  show(item);
  clearTimeout(pause);
  pause = setTimeout(queue, wait);
};

form.addEventListener("change", (event) => note(event, 0));
form.addEventListener("input", (event) => note(event, 800));
addEventListener("online", queue);

// Who leaves in the middle of a word loses nothing; a button of the form takes everything along by itself.
let goesAlong = false;
form.addEventListener("submit", () => (goesAlong = true));
addEventListener("pagehide", () => goesAlong || send());
addEventListener("pageshow", () => (goesAlong = false));

// Enter in a field of the long sheet goes to the next question instead of loading the page.
form.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || items.length < 2 || !event.target.matches("input:not([type=hidden])")) return;
  event.preventDefault();
  const next = items[items.indexOf(event.target.closest(".item")) + 1];
  const control = next?.querySelector("input:not([type=hidden]), select") ?? document.querySelector(".button.first");
  control.focus();
});

// One question at a time: 1-9 or A-Z choose, Enter goes on, Esc leaves.
const keysAreOn = !document.body.classList.contains("no-keys");
const placeOf = (key) => {
  if (/^[1-9]$/.test(key)) return Number(key) - 1;
  return /^[a-z]$/.test(key) ? key.charCodeAt(0) - "a".charCodeAt(0) : -1;
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
  if (event.key === "Escape" && keysAreOn) {
    document.querySelector(".run a").click();
    return;
  }
  if (!keysAreOn || items.length !== 1) return;
  if (event.target.closest("select, textarea, input:not([type=radio], [type=checkbox])")) return;
  if (event.key === "Enter" && !event.target.closest("a, button, summary")) {
    event.preventDefault();
    document.querySelector(".onward .button.first").click();
    return;
  }
  const choices = items[0].querySelectorAll(".one-of input");
  const choice = choices[event.key.length === 1 ? placeOf(event.key.toLowerCase()) : -1];
  if (choice) {
    event.preventDefault();
    choice.focus();
    choice.click();
  }
});
