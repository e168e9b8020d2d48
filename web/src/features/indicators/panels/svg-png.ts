import { fontFamily, palette } from '@/ui/tokens';

const scale = 2;
const head = 64;
const shownStyles = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'font-size', 'font-weight'] as const;

/** A drawing of ours as a PNG for a report: on white, with its headline, at twice the size. */
export async function svgPng(svg: SVGSVGElement, title: string, subtitle: string): Promise<Blob> {
  const { width, height } = svg.viewBox.baseVal;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const drawn = svg.querySelectorAll<SVGElement>('*');
  // Colours come from the page's style sheets, which a picture does not have.
  copy.querySelectorAll<SVGElement>('*').forEach((element, i) => {
    const from = drawn[i];
    if (!from) return;
    const style = getComputedStyle(from);
    for (const name of shownStyles) element.style.setProperty(name, style.getPropertyValue(name));
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.style.fontFamily = fontFamily;
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * scale, (height + head) * scale];
  const sheet = canvas.getContext('2d');
  if (!sheet) throw new Error('No canvas.');
  sheet.scale(scale, scale);
  const ground = getComputedStyle(document.documentElement).getPropertyValue('--o-surface');
  sheet.fillStyle = ground || palette.light.surface;
  sheet.fillRect(0, 0, width, height + head);
  sheet.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--o-ink') || palette.light.ink;
  sheet.font = `600 18px ${fontFamily}`;
  sheet.fillText(title, 24, 28, width - 48);
  sheet.font = `13px ${fontFamily}`;
  sheet.fillText(subtitle, 24, 50, width - 48);
  sheet.drawImage(picture, 0, head, width, height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture.'))), 'image/png'),
  );
}
