/** CPU seconds (user and system, all threads) of the phases of a build. */
export class Phases {
  readonly seconds: Record<string, number> = {};
  #before = process.cpuUsage();

  /** Books what was used since the last call under `name`. */
  end(name: string): void {
    const now = process.cpuUsage();
    const used = (now.user - this.#before.user + now.system - this.#before.system) / 1e6;
    this.seconds[name] = Math.round(((this.seconds[name] ?? 0) + used) * 1000) / 1000;
    this.#before = now;
  }
}
