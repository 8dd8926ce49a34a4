import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { RELEASES, type Release } from '../src/model/entity.ts';
import { indexTree } from './kernel/index-tree.ts';
import { packTree } from './kernel/pack-tree.ts';
import { fetchPackages, kernelCacheDir } from './kernel/packages.ts';
import { readSymvers } from './kernel/read-symvers.ts';
import { parseConfig } from './kernel/scan-kconfig.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    tree: { type: 'string' },
    release: { type: 'string' },
    config: { type: 'string' },
    symvers: { type: 'string' },
    generated: { type: 'string' },
    version: { type: 'string' },
    out: { type: 'string' },
  },
});
const [command, ...rest] = positionals;
if (command === 'fetch') {
  for (const release of (rest.length > 0 ? rest : RELEASES) as Release[]) {
    const p = fetchPackages(release, ['source', 'headers']);
    indexRelease(release, p.sourceDir ?? '', {
      config: p.configFile,
      symvers: p.symversFile,
      generated: p.kdir,
      version: p.versions[`linux-source-${release}`],
    });
  }
} else if (command === 'index') {
  indexRelease((values.release ?? '') as Release, values.tree ?? '', values);
}
function indexRelease(
  release: Release,
  treeDir: string,
  files: {
    config?: string | undefined;
    symvers?: string | undefined;
    generated?: string | undefined;
    version?: string | undefined;
    out?: string | undefined;
  },
) {
  const read = (file: string | undefined) =>
    file !== undefined && existsSync(file) ? readFileSync(file, 'latin1') : undefined;
  const config = read(files.config);
  const symvers = read(files.symvers);
  const tree = indexTree({
    release,
    treeDir,
    config: config === undefined ? undefined : parseConfig(config),
    symvers: symvers === undefined ? undefined : readSymvers(symvers),
    generatedDir: files.generated,
    packageVersion: files.version ?? 'unknown',
  });
  const dir = files.out ?? join(kernelCacheDir(), release, 'inventory');
  console.log(release, packTree(dir, release, tree), tree.store.names.length);
}
