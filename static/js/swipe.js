// Rating a flashcard by a swipe: to the right it was known, to the left it is to come again. The buttons do the same.

const FAR = 90; // pixels that a swipe goes

/** Lets the back of a card be drawn to a side. */
export function swipe(main, foot) {
  let start = null;
  const mark = (value, is) => foot.querySelector(`[value=${value}]`).classList.toggle("is-meant", is);
  const move = (by) => {
    main.style.transform = by ? `translateX(${by}px)` : "";
    mark("good", by > FAR);
    mark("again", by < -FAR);
  };
  main.classList.add("can-swipe");
  main.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse" && !event.target.closest("a")) start = event.clientX;
  });
  main.addEventListener("pointermove", (event) => start !== null && move(event.clientX - start));
  main.addEventListener("pointerup", (event) => {
    if (start === null) return;
    const by = event.clientX - start;
    start = null;
    move(0);
    if (Math.abs(by) > FAR) foot.querySelector(`[value=${by > 0 ? "good" : "again"}]`).click();
  });
  main.addEventListener("pointercancel", () => {
    start = null;
    move(0);
  });
}
