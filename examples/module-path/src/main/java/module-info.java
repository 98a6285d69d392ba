/** A program on the module path. */
module io.github.extendclient.examples.modulepath {
  requires io.github.extendclient;
  requires io.github.extendclient.testing;

  // The client makes the records of this package when it reads what was extracted.
  opens io.github.extendclient.examples.modulepath to
      io.github.extendclient;
}
