// Builds dist/ from src/ and from the packages of the lock file. The same input gives the same bytes anywhere.
import { build } from 'esbuild';
import { copyFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? path.join(here, 'dist');
await mkdir(out, { recursive: true });

const built = await build({
	absWorkingDir: here,
	entryPoints: { page: 'src/main.ts' },
	outdir: out,
	bundle: true,
	minify: true,
	format: 'esm',
	target: 'es2022',
	charset: 'utf8',
	legalComments: 'none',
	logLevel: 'warning',
	metafile: true,
});

// The licence of every package that is in the bundle.
const inputs = Object.keys(built.metafile.inputs);
const packages = inputs.map((it) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(it)?.[1]).filter(Boolean);
const licences = [];
for (const name of [...new Set(packages)].sort()) {
	const folder = path.join(here, 'node_modules', name);
	const about = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
	const file = (await readdir(folder)).find((it) => /^licen[cs]e/i.test(it));
	const text = file ? await readFile(path.join(folder, file), 'utf8') : `Licence: ${about.license}. Author: ${about.author?.name ?? about.author}.`;
	licences.push(`${name} ${about.version}\n\n${text.trim()}\n`);
}
const line = '\n'.padStart(80, '-');
await writeFile(path.join(out, 'licences.txt'), `page.js contains these packages.\n\n${licences.join(`\n${line}\n`)}`);
for (const name of ['index.html', 'page.css']) {
	await copyFile(path.join(here, 'src', name), path.join(out, name));
}
