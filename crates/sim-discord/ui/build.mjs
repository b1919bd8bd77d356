// Builds dist/ from src/ and from the packages of the lock file. The same input gives the same bytes anywhere.
import { build } from 'esbuild';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
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
	alias: { 'lit/directives/style-map.js': './src/style-map.ts' },
	legalComments: 'none',
	logLevel: 'warning',
	metafile: true,
});

// The licence of every package that is in the bundle.
const inputs = Object.keys(built.metafile.inputs);
const packages = inputs.map((it) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(it)?.[1]).filter(Boolean);
// For packages that name the licence and bring no text.
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
const licences = [];
for (const name of [...new Set(packages)].sort()) {
	const folder = path.join(here, 'node_modules', name);
	const about = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
	const file = (await readdir(folder)).find((it) => /^licen[cs]e/i.test(it));
	if (!file && about.license !== 'MIT') throw new Error(`${name} brings no text of its licence, ${about.license}`);
	const author = about.author?.name ?? about.author;
	const text = file ? await readFile(path.join(folder, file), 'utf8') : `MIT License\n\nCopyright (c) ${author}\n\n${MIT}`;
	licences.push(`${name} ${about.version}\n\n${text.trim()}\n`);
}
const line = '\n'.padStart(80, '-');
await writeFile(path.join(out, 'licences.txt'), `page.js contains these packages.\n\n${licences.join(`\n${line}\n`)}`);
