// What came of answers that waited on this device and are sent now: how many were right, and where to look at the others.

/** Reads what a reply says of an answer: { came: right, wrong, untold, again or gone; address, stem }. */
export function readOutcome({ key, address }, { content }) {
  const told = content.querySelector(`template[data-told="${key}"]`);
  const asked = content.querySelector(`template[data-asked="${key}"]`);
  const stem = (told ?? asked)?.content.querySelector(".stem")?.textContent.trim() ?? "";
  if (told && ["right", "untold"].includes(told.dataset.verdict)) return { came: told.dataset.verdict, stem, address };
  if (told) return { came: "wrong", stem, address: `${address}/told/${key}` };
  return { came: asked ? "again" : "gone", stem, address };
}

/** Says it in a sentence without its point: "3 answers sent: 2 right, 1 not yet". */
export function saySent(outcomes) {
  const count = (came) => outcomes.filter((each) => each.came === came).length;
  const parts = [
    [count("right"), "right"],
    [count("wrong"), "not yet"],
    [count("untold"), "without feedback for now"],
    [count("again"), "too vague to count"],
    [count("gone"), "taken back before"],
  ];
  const said = parts.filter(([number]) => number).map(([number, words]) => `${number} ${words}`);
  return `${outcomes.length} answer${outcomes.length === 1 ? "" : "s"} sent: ${said.join(", ")}`;
}

/** A block with that sentence, and below it a way to each answer that was not right. */
export function describeSent(outcomes) {
  const block = document.createElement("div");
  block.className = "sent";
  block.append(Object.assign(document.createElement("p"), { textContent: `${saySent(outcomes)}.` }));
  const list = document.createElement("ul");
  for (const { stem, address } of outcomes.filter(({ came }) => came === "wrong" || came === "again")) {
    const item = document.createElement("li");
    item.append("Look: ", Object.assign(document.createElement("a"), { className: "said", dir: "auto", href: address, textContent: stem }));
    list.append(item);
  }
  if (list.childElementCount) block.append(list);
  return block;
}
