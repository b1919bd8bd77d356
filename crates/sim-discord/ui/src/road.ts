export function startRoad(): void {}
