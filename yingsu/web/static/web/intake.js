/* On the page of a paper: the field one stands in lights up its place on the paper. Every field works without this. */
(() => {
  "use strict";
  const viewer = document.querySelector(".viewer-scroll");
  if (!viewer) return;
  const placesOf = (id) => viewer.querySelectorAll(`.leaf a[href="#${CSS.escape(id)}"]`);
  document.addEventListener("focusin", (event) => {
    const field = event.target.closest(".field");
    if (!field) return;
    viewer.querySelectorAll(".lit").forEach((place) => place.classList.remove("lit"));
    const inputs = [field.id, ...[...field.querySelectorAll("[id]")].map((one) => one.id)];
    const places = inputs.flatMap((id) => [...placesOf(id)]);
    places.forEach((place) => place.classList.add("lit"));
    if (!places.length) return;
    const box = places[0].getBoundingClientRect();
    const frame = viewer.getBoundingClientRect();
    if (box.top < frame.top || box.bottom > frame.bottom) viewer.scrollTop += box.top - frame.top - frame.height / 3;
  });
})();
