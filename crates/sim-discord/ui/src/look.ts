// Colours, avatars, and the library's elements in colours that are easy to read.

import { DiscordActionRow, DiscordAuthorInfo, DiscordButton, DiscordEmbed, DiscordMessage, DiscordMessages } from './library';

const scheme = matchMedia('(prefers-color-scheme: dark)');

export function isDark(): boolean {
	return scheme.matches;
}

export function onScheme(listener: () => void): void {
	scheme.addEventListener('change', listener);
}

type Rgb = [number, number, number];

function light(rgb: Rgb): number {
	const [r, g, b] = rgb.map((it) => it / 255).map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4));
	return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

/** A role's colour, made darker or lighter until it can be read on the ground of the page, be it light or dark. */
export function readable(colour: number): string {
	return `light-dark(${mixed(colour, 0.82, 0)},${mixed(colour, 0.06, 255)})`;
}

function mixed(colour: number, ground: number, goal: number): string {
	let rgb: Rgb = [colour >> 16, (colour >> 8) & 255, colour & 255];
	for (let step = 0; step < 20; step++) {
		const [low, high] = [light(rgb), ground].sort((a, b) => a - b);
		if ((high! + 0.05) / (low! + 0.05) >= 4.7) break;
		rgb = rgb.map((it) => Math.round(it + (goal - it) * 0.12)) as Rgb;
	}
	return `rgb(${rgb.join(',')})`;
}

/** A picture with the first letters of a name. */
export function avatar(id: string, name: string): string {
	const hue = Number(BigInt(id || '0') % 359n);
	const letters = name.replace(/[^\p{L}\p{N} ]/gu, '').split(' ').filter(Boolean);
	const initials = letters.slice(0, 2).map((it) => [...it][0]).join('').toUpperCase();
	const text = `<text x="20" y="26" font-family="sans-serif" font-size="16" font-weight="600" fill="#fff" text-anchor="middle">${initials}</text>`;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="hsl(${hue},45%,38%)"/>${text}</svg>`;
	return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Adds rules to an element of the library. */
function restyle(element: unknown, rules: string): void {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(rules);
	(element as { elementStyles: unknown[] }).elementStyles.push(sheet);
}

restyle(DiscordMessages, ':host,:host([light-theme]){background:none;border:0;color:var(--text);font-family:inherit;line-height:1.4}::slotted(*:not(:first-child)){margin-top:.6rem!important}');
restyle(
	DiscordMessage,
	`:host,:host([light-theme]){color:var(--text);font-family:inherit;padding-right:16px}
	:host .discord-message-timestamp,:host .discord-message-edited{color:var(--muted)!important}
	.discord-author-avatar img{cursor:default}
	.discord-message-content{min-width:0;padding-top:0}
	:host(.ephemeral){background:var(--ephemeral)}`,
);
restyle(
	DiscordEmbed,
	`:host,:host([light-theme]){color:var(--text);display:flex;max-width:100%;margin:6px 0}
	:host .discord-left-border{background-color:var(--line)}
	:host .discord-embed-root{flex:0 1 auto}
	:host .discord-embed-wrapper,:host([light-theme]) .discord-embed-wrapper{background:var(--raised);border-color:var(--line);max-width:min(560px,100%)}
	:host .discord-embed-wrapper .discord-embed-grid{padding:.5rem .9rem .8rem .75rem;display:grid;min-width:0}
	:host .discord-embed-image{max-width:100%;max-height:none;height:auto}`,
);
restyle(DiscordAuthorInfo, ':host .discord-author-username,:host([light-theme]) .discord-author-username{color:var(--text);cursor:inherit}');
restyle(DiscordActionRow, ':host{flex-wrap:wrap;gap:0;display:flex}');
restyle(
	DiscordButton,
	`.success{background-color:#1f7a3f}.success.hoverable:hover{background-color:#17612f}
	.destructive{background-color:#c42b2f}.destructive.hoverable:hover{background-color:#a12226}
	.primary{background-color:#4a57e0}
	.disabled{opacity:1;background-color:var(--line)!important;color:var(--muted)!important}
	:host > *:first-child{font-family:inherit;padding:2px 14px}
	:focus-visible{outline:3px solid var(--focus);outline-offset:2px}`,
);
