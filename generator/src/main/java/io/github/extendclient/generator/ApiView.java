package io.github.extendclient.generator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The view of {@code api.mustache}: an interface of operations. */
final class ApiView extends FileView {
  private final String version;
  private final @Nullable String description;
  private final List<OperationView> operations;

  ApiView(
      String name,
      DocumentContext document,
      FileContext file,
      @Nullable String description,
      List<OperationView> operations) {
    super(document.apiPackage(), name, file);
    this.version = document.version();
    this.description = description;
    this.operations = operations;
  }

  @Override
  String template() {
    return "api";
  }

  public String doc() {
    String future = use("java.util.concurrent.CompletableFuture");
    String call = use("retrofit2.Call");
    return new Javadoc(file.markdown())
        .text(
            description == null
                ? "Operations of " + name.replaceAll("Api$", "") + "."
                : description)
        .html(
            "Each operation has three forms: one that blocks, one that returns a {@link "
                + future
                + "}, and one that returns Retrofit's {@link "
                + call
                + "} for headers, status and cancelling. All three have the same checks and"
                + " retries.")
        .at(0);
  }

  public String version() {
    return Literals.text(version);
  }

  public List<OperationView> operations() {
    return operations;
  }
}
