package io.github.extendclient.generator;

/** The three forms of an operation. */
enum Form {
  BLOCKING("", ""),
  ASYNC("Async", "java.util.concurrent.CompletableFuture"),
  CALL("Call", "retrofit2.Call");

  final String suffix;
  private final String wrapper;

  Form(String suffix, String wrapper) {
    this.suffix = suffix;
    this.wrapper = wrapper;
  }

  String returnType(JavaType response, Imports imports) {
    if (this == BLOCKING) {
      return response.in(imports);
    }
    // The type parameter of Call does not permit null.
    JavaType value =
        this == CALL ? new JavaType(response.name(), response.arguments(), false) : response;
    return JavaType.of(wrapper, value).in(imports);
  }
}
