// What was in vain is tried again, after a pause that grows.

export const pause = ms => new Promise(done => setTimeout(done, ms));

// again waits before something is tried again that failed so many times in a row. Not everybody comes at once.
export const again = failures => pause(Math.min(8000, 250 * 2 ** failures) * (0.75 + Math.random() / 2));
