export {
  type ActionInstance,
  type ExportedFormal,
  type ExportedOperator,
  type ExportFile,
  exportFiles,
  type Figures,
  type FileDigest,
  type Manifest,
  manifestFile,
  manifestText,
  type StepLabel,
  type TlcOrigin,
} from './export/manifest.js';
export { parseManifest, readManifest } from './export/manifest-read.js';
export { readExportFile, verifyManifest, verifySources } from './export/verify.js';
export { readBytes, readBytesSync } from './read-bytes.js';
