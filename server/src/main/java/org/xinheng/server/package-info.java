/** The memory and the faces: a modular monolith; every direct sub-package is a module and its root package the module's API. */
@NullMarked
package org.xinheng.server;

import org.jspecify.annotations.NullMarked;
