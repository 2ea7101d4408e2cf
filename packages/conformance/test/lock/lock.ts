export class FairLock {
  owner: string | undefined;
  queue: string[] = [];

  ask(client: string): boolean {
    if (this.owner === client || this.queue.includes(client)) return false;
    this.queue.push(client);
    return true;
  }

  grant(client: string): boolean {
    if (this.owner !== undefined || !this.queue.includes(client)) return false;
    this.queue = this.queue.filter((other) => other !== client);
    this.owner = client;
    return true;
  }

  release(client: string): boolean {
    if (this.owner !== client) return false;
    this.owner = undefined;
    return true;
  }

  giveUp(client: string): boolean {
    if (!this.queue.includes(client)) return false;
    this.queue = this.queue.filter((other) => other !== client);
    return true;
  }
}
