package io.github.extendclient.documents;

/** A point, in the unit of its context. */
record Corner(double x, double y) {}
