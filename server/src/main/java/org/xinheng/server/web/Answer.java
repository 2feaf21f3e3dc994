package org.xinheng.server.web;

/** What a page controller gives back: a page to show, an address to go to or a list to take home. */
public sealed interface Answer permits PageView, Redirect, ListFile, FileStream {}
