/** Creates, shows, lists, replaces, enables, disables and deletes alert rules. */
@NullMarked
package io.updraft.alert.rule;

import org.jspecify.annotations.NullMarked;
