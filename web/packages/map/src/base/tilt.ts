// The button for buildings in three dimensions. Shift and the arrow keys turn and tilt as well.

import type { IControl } from "maplibre-gl";
import { word } from "./words.js";

export class TiltControl implements IControl {
  private box: HTMLElement | undefined;
  private button: HTMLButtonElement | undefined;

  constructor(private readonly turn: (isTilted: boolean) => void) {}

  onAdd(): HTMLElement {
    this.box = document.createElement("div");
    this.box.className = "maplibregl-ctrl maplibregl-ctrl-group jw-tilt";
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.textContent = "3D";
    this.button.title = word("tilt");
    this.button.setAttribute("aria-label", word("tilt"));
    this.button.addEventListener("click", () => this.turn(this.button?.getAttribute("aria-pressed") !== "true"));
    this.box.append(this.button);
    this.show(false);
    return this.box;
  }

  show(isTilted: boolean): void {
    this.button?.setAttribute("aria-pressed", String(isTilted));
  }

  onRemove(): void {
    this.box?.remove();
    this.box = this.button = undefined;
  }
}
