// The steps of the guided road: whom to act as, what to type, and how it shows that it happened.

import { type Message, get, post } from './api';
import { remember } from './commands';
import { home, nameOf, state } from './state';

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
	/** Whether something that the bot wrote says that it happened. */
	answer?: (text: string) => boolean;
	/** Whether the server shows that it happened, be it long ago. */
	seen?: () => boolean;
	/** Whether it was there before: asks, also the bot, and is therefore called once when the step comes, and by who fills in. */
	there?: () => Promise<boolean>;
}

const ADMIN = 'owner';
const MEMBER = 'ada';
const VERIFIED = 'Verified';

const typed = (text: string) => async () => text;
const says = (words: RegExp) => (text: string) => words.test(text);

/** A day as the bot reads it. */
function inDays(days: number): string {
	return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

function somebody(username: string) {
	return state.view?.people.find((it) => it.username === username);
}

/** What the bot suggests for the last option. */
async function suggested(as: string, text: string): Promise<{ name: string; value: unknown }[]> {
	const user = somebody(as)?.id;
	const reply = user && (await post('autocomplete', { as: user, text }).catch(() => undefined));
	return (reply && reply.choices) || [];
}

/** A command whose option is what is wanted, if the bot suggests that, or else the first that it suggests. */
function withSuggested(as: string, before: string, option: string, after: string, wanted?: string) {
	return async () => {
		const all = await suggested(as, `${before} ${option}:`);
		const picked = all.find((it) => wanted && it.name.startsWith(wanted)) ?? all[0];
		if (!picked) return '';
		const label = picked.name.split(/ [·(]/)[0]!.replace(/^#/, '').trim();
		remember(option, label, String(picked.value));
		return `${before} ${option}:${label} ${after}`.trim();
	};
}

function channelNamed(name: string) {
	return home()?.channels.find((it) => it.name === name)?.id;
}

/** The names of the roles that somebody has. */
function rolesOf(username: string): string[] {
	const server = home();
	const own = server?.members.find((it) => it.user.username === username)?.roles ?? [];
	return server?.roles.filter((it) => own.includes(it.id)).map((it) => it.name) ?? [];
}

function nameOfMember(): string {
	const member = somebody(MEMBER);
	return member ? nameOf(member) : '';
}

/** The code that is shown in #attendance, whichever channel is open. */
async function code(): Promise<string | undefined> {
	const channel = channelNamed('attendance');
	if (!channel) return undefined;
	const found = await get<Message[]>('view/messages', { as: state.as, channel }).catch(() => [] as Message[]);
	const shown = found.map((it) => /\/here ([A-Z0-9]{3,12})\b/.exec(it.text)?.[1]);
	return shown.filter(Boolean).at(-1);
}

async function here(): Promise<string> {
	const shown = await code();
	return shown ? `/here code:${shown}` : '';
}

export const STEPS: Step[] = [
	{
		id: 'setup',
		title: 'Set the server up',
		about: 'Paddock learns which role verified members get, and where reviews and attendance happen.',
		who: ADMIN,
		channel: 'general',
		texts: [typed('/setup verified_role:@Verified review_channel:#review attendance_channel:#attendance')],
		answer: says(/Saved\. Next/),
		seen: () => home()?.members.some((it) => rolesOf(it.user.username).includes(VERIFIED)) ?? false,
	},
	{
		id: 'register',
		title: 'Register',
		about: 'A member says who they are.',
		who: MEMBER,
		channel: 'general',
		texts: [typed('/register name:Ada Lovelace')],
		answer: says(/You are registered\.|names are up to date/),
		seen: () => rolesOf(MEMBER).includes(VERIFIED),
	},
	{
		id: 'verify',
		title: 'Verify the member',
		about: 'An admin lets her in; she gets the role Verified and a direct message.',
		who: ADMIN,
		channel: 'general',
		texts: [typed('/verify member:@ada')],
		answer: says(/is (?:already )?verified/),
		seen: () => rolesOf(MEMBER).includes(VERIFIED),
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
		answer: says(/\bwins @/),
		there: async () => (await suggested(MEMBER, '/submit item:')).length > 0,
	},
	{
		id: 'submit',
		title: 'Take part and submit',
		about: 'She joins the season and hands in three races.',
		who: MEMBER,
		channel: 'general',
		texts: [typed('/join'), withSuggested(MEMBER, '/submit', 'item', 'quantity:3 link:https://example.com/race.png', 'Race finished')],
		answer: says(/Submitted:/),
	},
	{
		id: 'approve',
		title: 'Approve',
		about: 'What she handed in waits in #review, in the last message. Press Approve below it.',
		who: ADMIN,
		channel: 'review',
		// Others have handed in as well.
		answer: (text) => text.includes('✅ Approved by') && text.includes(`@${nameOfMember()}`),
	},
	{
		id: 'role',
		title: 'See the role appear',
		about: 'The points reach a rank, and the bot grants its role: look at her name in the list of members.',
		seen: () => rolesOf(MEMBER).some((it) => it !== VERIFIED),
	},
	{
		id: 'claim',
		title: 'Claim a number',
		about: 'First come, first served.',
		who: MEMBER,
		channel: 'general',
		texts: [withSuggested(MEMBER, '/claim', 'number', '')],
		answer: says(/ is yours\./),
	},
	{
		id: 'open',
		title: 'Open attendance',
		about: 'A code appears in #attendance and changes every few seconds.',
		who: ADMIN,
		channel: 'attendance',
		texts: [typed('/open_attendance title:Briefing')],
		answer: says(/Opened:/),
		there: async () => (await code()) !== undefined,
	},
	{
		id: 'here',
		title: 'Check in',
		about: 'Type the code that #attendance shows, or press its button.',
		who: MEMBER,
		channel: 'attendance',
		texts: [here],
		answer: says(/You are (?:present|late|checked in)/),
	},
	{
		id: 'iracing',
		title: 'Connect iRacing',
		about: 'Follow the button to the simulated iRacing, choose Ana Haddad there, and send the command again: it says that she is connected.',
		who: MEMBER,
		channel: 'general',
		texts: [typed('/connect')],
		answer: says(/✅ Your account .*is connected/),
	},
];
