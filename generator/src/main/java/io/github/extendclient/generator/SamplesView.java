package io.github.extendclient.generator;

import java.util.List;

/**
 * The view of {@code samples.mustache}: a class with a call of each operation of an interface. The
 * build compiles it, and the HTML reference shows its lines.
 */
final class SamplesView extends FileView {
  private final String root;
  private final List<OperationSample> operations;

  SamplesView(
      String packageName,
      String name,
      FileContext file,
      String root,
      List<OperationSample> operations) {
    super(packageName, name, file);
    this.root = root;
    this.operations = operations;
  }

  @Override
  String template() {
    return "samples";
  }

  /** Returns the class with the accessor of the interface. */
  public String root() {
    return use(root);
  }

  public List<OperationSample> operations() {
    return operations.stream().filter(sample -> !sample.lines().isEmpty()).toList();
  }
}
