// The signs of the page, drawn here: no font of this machine need have them.

const PATHS = {
	menu: 'M4 6h16M4 12h16M4 18h16',
	people: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2 .8 3.2 2.6 3.5 5.5',
	toys: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5',
	road: 'M8 21 11 3M16 21 13 3M12 6v2M12 12v2M12 18v2',
	plus: 'M12 5v14M5 12h14',
	send: 'M4 4l17 8-17 8 3-8zM7 12h14',
	tab: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
	close: 'M6 6l12 12M18 6 6 18',
	mail: 'M3 6h18v12H3zM3 7l9 7 9-7',
	eye: 'M2 12s3.5-6 10-6 10 6 10 6-3.5 6-10 6S2 12 2 12zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
	file: 'M6 3h8l5 5v13H6zM14 3v5h5',
	voice: 'M4 9v6h4l5 4V5L8 9zM16 9c1.5 1.5 1.5 4.5 0 6M18.5 6.5c3 3 3 8 0 11',
	news: 'M4 10v4h3l9 5V5l-9 5zM19 9v6',
	down: 'M6 9l6 6 6-6',
} as const;

export type Icon = keyof typeof PATHS;

export function icon(name: Icon): SVGElement {
	const space = 'http://www.w3.org/2000/svg';
	const svg = document.createElementNS(space, 'svg');
	for (const [key, value] of Object.entries({ viewBox: '0 0 24 24', width: '20', height: '20', 'aria-hidden': 'true', class: 'sign' })) {
		svg.setAttribute(key, value);
	}
	const path = document.createElementNS(space, 'path');
	path.setAttribute('d', PATHS[name]);
	svg.append(path);
	return svg;
}
