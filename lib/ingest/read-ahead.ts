/**
 * The items of a source in their order, the next one being made while the last one is used. At most one waits, so memory does
 * not grow; leaving the loop closes the source. An error of the source is thrown when its item would come.
 */
export async function* readAhead<Item>(source: AsyncIterable<Item>): AsyncGenerator<Item> {
  const items = source[Symbol.asyncIterator]();
  let next = makeNext();
  try {
    for (let item = await next; !item.done; item = await next) {
      next = makeNext();
      yield item.value;
    }
  } finally {
    await next.catch(() => undefined);
    await items.return?.();
  }

  function makeNext() {
    const made = items.next();
    // Whoever waits for it hears of its error; until somebody does, it is not to end the process.
    made.catch(() => undefined);
    return made;
  }
}
