// The steps of the guided road: whom to act as, what to type, and how it shows that it happened.

import { post } from './api';
import { remember } from './commands';
import { home, state } from './state';

export interface Step {
	id: string;
	title: string;
	/** What happens, in a sentence. */
	about: string;
	/** The handle of whom to act as; anybody where there is none. */
	who?: string;
	/** The name of a channel; any where there is none. */
	channel?: string;
	/** What to type, one after the other; a text that is empty cannot be filled in yet. */
	texts?: (() => Promise<string>)[];
	/** What the bot answers once it happened. */
	answer?: RegExp;
	/** Whether it is seen to have happened. */
	seen?: (rolesBefore: string[]) => boolean | Promise<boolean>;
}

const ADMIN = 'owner';
const MEMBER = 'ada';

const typed = (text: string) => async () => text;

/** A day as the bot reads it. */
function inDays(days: number): string {
	return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** What the bot suggests first for the last option. */
async function suggested(as: string, text: string): Promise<{ name: string; value: unknown } | undefined> {
	const user = state.view?.people.find((it) => it.username === as)?.id;
	const reply = user && (await post('autocomplete', { as: user, text }).catch(() => undefined));
	return reply ? reply.choices?.[0] : undefined;
}

/** A command whose option is what the bot suggests first. */
function withFirst(as: string, before: string, option: string, after: string) {
	return async () => {
		const first = await suggested(as, `${before} ${option}:`);
		if (!first) return '';
		const label = first.name.split(' · ')[0]!.trim();
		remember(option, label, String(first.value));
		return `${before} ${option}:${label} ${after}`.trim();
	};
}

export function rolesOfMember(): string[] {
	return home()?.members.find((it) => it.user.username === MEMBER)?.roles ?? [];
}

function hasRole(name: string): boolean {
	const id = home()?.roles.find((it) => it.name === name)?.id;
	return id !== undefined && rolesOfMember().includes(id);
}

/** The code of attendance that is shown in the open channel. */
async function code(): Promise<string> {
	const shown = [...state.messages.values()].map((it) => /\/here ([A-Z0-9]{3,12})\b/.exec(it.text)?.[1]);
	const latest = shown.filter(Boolean).at(-1);
	return latest ? `/here code:${latest}` : '';
}

export const STEPS: Step[] = [
	{
		id: 'setup',
		title: 'Set the server up',
		about: 'Paddock learns which role verified members get, and where reviews and attendance happen.',
		who: ADMIN,
		channel: 'general',
		texts: [typed('/setup verified_role:@Verified review_channel:#review attendance_channel:#attendance')],
		answer: /Saved\. Next/,
	},
	{
		id: 'register',
		title: 'Register',
		about: 'A member says who they are.',
		who: MEMBER,
		channel: 'general',
		texts: [typed('/register name:Ada Lovelace')],
		answer: /You are registered\.|names are up to date/,
	},
	{
		id: 'verify',
		title: 'Verify the member',
		about: 'An admin lets her in; she gets the role Verified and a direct message.',
		who: ADMIN,
		channel: 'general',
		texts: [typed('/verify member:@ada')],
		answer: /is (?:already )?verified/,
		seen: () => hasRole('Verified'),
	},
	{
		id: 'season',
		title: 'Plan a season',
		about: 'Something to earn points with, a rank to reach, and a role to win. Send the commands one by one.',
		who: ADMIN,
		channel: 'general',
		texts: [
			async () => `/season create name:Winter start:now end:${inDays(90)}`,
			typed('/item create name:Race finished'),
			typed('/item set item:Race finished points:10'),
			typed('/rank create name:Gold threshold:30'),
			typed('/prize role rank:Gold role:@Champion'),
		],
		answer: /\bwins @/,
		seen: async () => (await suggested(MEMBER, '/submit item:')) !== undefined,
	},
	{
		id: 'submit',
		title: 'Take part and submit',
		about: 'She joins the season and hands in three races.',
		who: MEMBER,
		channel: 'general',
		texts: [typed('/join'), withFirst(MEMBER, '/submit', 'item', 'quantity:3 link:https://example.com/race.png')],
		answer: /Submitted:/,
	},
	{
		id: 'approve',
		title: 'Approve',
		about: 'The submission waits in #review. Press Approve.',
		who: ADMIN,
		channel: 'review',
		answer: /✅ Approved by/,
	},
	{
		id: 'role',
		title: 'See the role appear',
		about: 'The points reach a rank, and the bot grants its role: look at her name in the list of members.',
		seen: (before) => rolesOfMember().some((it) => !before.includes(it)),
	},
	{
		id: 'claim',
		title: 'Claim a number',
		about: 'First come, first served.',
		who: MEMBER,
		channel: 'general',
		texts: [typed('/claim number:77')],
		answer: / is yours\./,
	},
	{
		id: 'open',
		title: 'Open attendance',
		about: 'A code appears in #attendance and changes every few seconds.',
		who: ADMIN,
		channel: 'attendance',
		texts: [typed('/open_attendance title:Briefing')],
		answer: /Opened:/,
	},
	{
		id: 'here',
		title: 'Check in',
		about: 'Type the code that #attendance shows, or press its button.',
		who: MEMBER,
		channel: 'attendance',
		texts: [code],
		answer: /You are (?:present|late|checked in)/,
	},
	{
		id: 'iracing',
		title: 'Connect iRacing',
		about: 'Follow the button to the simulated iRacing, allow it, and send the command again: it says that she is connected.',
		who: MEMBER,
		channel: 'general',
		texts: [typed('/connect')],
		answer: /✅ Your account .*is connected/,
	},
];
