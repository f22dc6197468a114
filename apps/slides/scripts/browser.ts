export { launchBrowser } from '../../../.ci/browser.ts';
