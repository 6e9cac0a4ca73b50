"""A WebKitGTK window that WebKitWebDriver can drive and that keeps its data on disk.

MiniBrowser forgets everything in automation mode; this keeps IndexedDB, caches and service workers in the folder
given by --profile, so that a test can kill it and find the data again. Camera and microphone are mock devices.

WebKit ends a driver's session when the process behind IndexedDB dies. With --commands the window takes JSON lines from
standard input instead and answers each on standard output: {"url"} loads an address, {"body"} runs a function's body.
"""

import argparse
import json
import os
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--profile", required=True)
    parser.add_argument("--width", type=int, default=1180)
    parser.add_argument("--height", type=int, default=820)
    parser.add_argument("--commands", action="store_true")
    options = parser.parse_args()
    context = persistent_context(options.profile)
    if options.commands:
        take_commands(open_view(context, options))
        return
    context.connect("automation-started", lambda _, session: start_session(session, context, options))
    context.set_automation_allowed(True)
    Gtk.main()


def persistent_context(profile):
    manager = WebKit2.WebsiteDataManager(
        base_data_directory=os.path.join(profile, "data"),
        base_cache_directory=os.path.join(profile, "cache"),
    )
    context = WebKit2.WebContext(website_data_manager=manager)
    # As in the other engines of the tests, whatever this machine speaks.
    context.set_preferred_languages(["ja-JP"])
    cookies = os.path.join(profile, "cookies.sqlite")
    context.get_cookie_manager().set_persistent_storage(cookies, WebKit2.CookiePersistentStorage.SQLITE)
    return context


def start_session(session, context, options):
    info = WebKit2.ApplicationInfo()
    info.set_name("launchWebKit")
    info.set_version(1, 0, 0)
    session.set_application_info(info)
    session.connect("create-web-view", lambda *_: open_view(context, options))


def open_view(context, options):
    settings = WebKit2.Settings(enable_media_stream=True, enable_mock_capture_devices=True)
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=not options.commands, settings=settings)
    view.connect("permission-request", allow)
    window = Gtk.Window()
    window.set_default_size(options.width, options.height)
    window.add(view)
    window.show_all()
    view.connect("close", lambda _: window.destroy())
    window.connect("destroy", lambda _: Gtk.main_quit())
    return view


def take_commands(view):
    def on_line(*_):
        line = sys.stdin.readline()
        if line == "":
            Gtk.main_quit()
            return False
        command = json.loads(line)
        if "url" in command:
            view.load_uri(command["url"])
            answer({"value": "null"})
        else:
            view.call_async_javascript_function(command["body"], -1, None, None, None, None, on_value)
        return True

    def on_value(_view, result):
        try:
            answer({"value": view.call_async_javascript_function_finish(result).to_string()})
        except GLib.Error as error:
            answer({"error": error.message})

    GLib.io_add_watch(sys.stdin.fileno(), GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN | GLib.IOCondition.HUP, on_line)
    Gtk.main()


def answer(value):
    print(json.dumps(value), flush=True)


def allow(_view, request):
    request.allow()
    return True


main()
