"""How well text stands out on a page, worked out in the browser."""

BETWEEN = """
const linear = v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
const light = colour => {
  const [r, g, b] = colour.match(/[0-9.]+/g).map(v => linear(Number(v) / 255));
  return .2126 * r + .7152 * g + .0722 * b;
};
const ground = e => {
  for (; e; e = e.parentElement) {
    const colour = getComputedStyle(e).backgroundColor;
    if (!colour.endsWith(', 0)')) return colour;
  }
  return 'rgb(255, 255, 255)';
};
const between = (one, other) => {
  const [a, b] = [light(one), light(other)];
  return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
};
const hasText = e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
"""
"""Defines `between(one, other)`, the contrast of two CSS colours (WCAG 2), `ground(e)` and `hasText(e)`."""
