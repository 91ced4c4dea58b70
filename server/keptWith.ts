/** Values kept with objects, each as long as its object lives. */
export interface KeptWith<K extends object, V> {
  has(object: K): boolean;
  get(object: K): V | undefined;
  set(object: K, value: V): void;
}

/**
 * What a `WeakMap` does, with each value under a private name in its object itself. V8's collections of young objects take all that a map holds for
 * alive, and of every document that is read would keep nearly all of it until the next of the rare collections that look at everything.
 */
export function keptWith<K extends object, V>(): KeptWith<K, V> {
  return class Keeping extends Itself {
    #value: V;

    constructor(object: K, value: V) {
      super(object);
      this.#value = value;
    }

    static has(object: K): boolean {
      return #value in object;
    }

    static get(object: K): V | undefined {
      return #value in object ? object.#value : undefined;
    }

    static set(object: K, value: V): void {
      if (#value in object) object.#value = value;
      else new Keeping(object, value);
    }
  };
}

/** What a constructor returns is what its subclass adds its private names to. */
const Itself = function (this: object, object: object) {
  return object;
} as unknown as new (
  object: object,
) => object;
