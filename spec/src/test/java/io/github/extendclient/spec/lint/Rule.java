package io.github.extendclient.spec.lint;

import java.util.List;
import java.util.function.Function;

/** An authoring rule: its name and how to find its breaches. */
record Rule(String name, Function<SpecSource, List<Finding>> check) {}
