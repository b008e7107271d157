// This workflow run's name in the cluster's traces.

/** Names run and attempt, like `github-run-4711.1`. Only digits are taken over: the label becomes part of a header. */
export function runLabel(environment: Readonly<Record<string, string | undefined>>): string {
  const { GITHUB_RUN_ID: run = '', GITHUB_RUN_ATTEMPT: attempt = '' } = environment;
  const digits = /^\d+$/;
  return digits.test(run) ? `github-run-${run}${digits.test(attempt) ? `.${attempt}` : ''}` : 'github-run-unknown';
}
