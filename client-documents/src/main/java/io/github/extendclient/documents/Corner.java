package io.github.extendclient.documents;

/** A point; the unit is said where it is used. */
record Corner(double x, double y) {}
