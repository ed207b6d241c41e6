# An AttributeError with a suggestion, uncaught.
class Task:
    def cancel(self):
        pass


Task().cancle()
