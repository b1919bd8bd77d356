// The panels at the sides, which are drawers where the window is narrow.

import { byId } from './dom';

const PANELS = ['places', 'people', 'toys'] as const;
type Panel = (typeof PANELS)[number];

let opener: Panel | undefined;

/** The button that opens it; the bar is drawn anew with each event. */
function buttonOf(panel: Panel): HTMLElement | null {
	return document.querySelector<HTMLElement>(`[aria-controls="${panel}"]`);
}

/** Opens or closes a panel; what it is opened by gets the focus back. */
export function toggle(panel: Panel): void {
	const wanted = !isShown(panel);
	closeDrawers();
	if (panel === 'toys') byId('toys').hidden = !wanted;
	// On a wide window members are there unless they are closed.
	if (panel === 'people') document.body.classList.toggle('without-people', !wanted);
	document.body.classList.toggle(`open-${panel}`, wanted);
	opener = panel;
	sync();
	if (wanted) byId(panel).querySelector<HTMLElement>('button, select, input, a')?.focus();
}

export function isShown(panel: Panel): boolean {
	return getComputedStyle(byId(panel)).display !== 'none' && getComputedStyle(byId(panel)).visibility !== 'hidden';
}

function closeDrawers(): void {
	for (const panel of PANELS) document.body.classList.remove(`open-${panel}`);
	byId('toys').hidden = true;
	sync();
}

/** Closes what lies over the page, where somebody went elsewhere in it; beside it there is room. */
export function makeRoom(): void {
	if (matchMedia('(max-width: 900px)').matches) closeDrawers();
}

function sync(): void {
	for (const panel of PANELS) {
		buttonOf(panel)?.setAttribute('aria-expanded', String(isShown(panel)));
	}
}

export function startDrawers(): void {
	document.addEventListener('keydown', (event) => {
		if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return;
		if (PANELS.some((it) => document.body.classList.contains(`open-${it}`))) {
			closeDrawers();
			if (opener) buttonOf(opener)?.focus();
		}
	});
	byId('main').addEventListener('click', (event) => {
		if (!(event.target as HTMLElement).closest('#bar')) makeRoom();
	});
	addEventListener('resize', sync);
	sync();
}
