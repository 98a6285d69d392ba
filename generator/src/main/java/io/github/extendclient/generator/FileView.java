package io.github.extendclient.generator;

import static io.github.extendclient.generator.ValueTypes.INTERNAL;
import static io.github.extendclient.generator.ValueTypes.RUNTIME;

import com.samskivert.mustache.Mustache;
import org.jspecify.annotations.Nullable;

/** The view of one generated Java file. */
abstract class FileView {
  static final String NULLABLE = "org.jspecify.annotations.Nullable";

  final String packageName;
  final String name;
  final FileContext file;

  FileView(String packageName, String name, FileContext file) {
    this.packageName = packageName;
    this.name = name;
    this.file = file;
  }

  /** Returns the name of the partial template. */
  abstract String template();

  public String packageName() {
    return packageName;
  }

  public String name() {
    return name;
  }

  /** Returns the class names as written in this file, and imports the classes. */
  public TypeNames types() {
    return new TypeNames(file.imports());
  }

  /** Renders the body of a file first, because it determines the imports before it. */
  public Mustache.Lambda withImports() {
    return (body, out) -> {
      String text = body.execute();
      for (String line : file.imports().lines()) {
        out.write("import " + line + ";\n");
      }
      out.write(file.imports().lines().isEmpty() ? text : "\n" + text);
    };
  }

  final String use(String qualified) {
    return file.imports().use(qualified);
  }

  final String runtime(String simpleName) {
    return use(RUNTIME + simpleName);
  }

  /** Imports a class of the internal package. */
  final String internal(String simpleName) {
    return use(INTERNAL + simpleName);
  }

  final String sibling(String simpleName) {
    return use(packageName + "." + simpleName);
  }

  final String typeDoc(@Nullable String description, boolean deprecated) {
    Javadoc doc = new Javadoc(file.markdown()).text(description);
    if (description == null || description.isBlank()) {
      doc.html("{@code " + name + "} of the API.");
    }
    return (deprecated ? doc.html("The API marks it as deprecated.") : doc).at(0);
  }
}
